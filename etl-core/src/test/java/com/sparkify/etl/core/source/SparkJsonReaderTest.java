package com.sparkify.etl.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.core.fixture.Found;
import com.sparkify.etl.core.fixture.Spark;
import com.sparkify.etl.core.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Raw rows that Spark's own JSON reader makes, without an origin. */
class SparkJsonReaderTest {

  @Test
  void stagesSongsWhoseTextIsANumberOrABoolean(@TempDir Path folder) throws IOException {
    Dataset<Row> staged =
        SongRecords.staged(
            read(
                folder,
                SongRecords.RAW,
                "{\"artist_id\":\"AR1\",\"artist_name\":311,\"artist_location\":108,"
                    + "\"song_id\":\"SO1\",\"title\":false,\"duration\":2,\"year\":1999}"));

    assertThat(
            Found.in(
                staged,
                SongRecords.ARTIST_NAME,
                SongRecords.ARTIST_LOCATION,
                SongRecords.TITLE,
                SongRecords.DURATION,
                Origin.SOURCE_FILE,
                StagedRows.REJECT_REASON,
                Origin.RAW))
        .containsExactly(RowFactory.create("311", "108", "false", 2.0, null, null, null));
  }

  @Test
  void rejectsALineThatIsNoJson(@TempDir Path folder) throws IOException {
    Dataset<Row> staged =
        LogEvents.staged(
            read(
                folder,
                LogEvents.RAW,
                "{\"ts\":1,\"page\":\"Home\",\"level\":\"free\",\"sessionId\":2,"
                    + "\"itemInSession\":0,\"userId\":\"\"}\nnot json"));

    assertThat(Found.in(staged, LogEvents.TS, StagedRows.REJECT_REASON))
        .containsExactly(RowFactory.create(1L, null), RowFactory.create(null, "missing-ts"));
  }

  private static Dataset<Row> read(Path folder, Table raw, String text) throws IOException {
    Path file = Files.writeString(folder.resolve("in.json"), text);
    return Spark.session().read().schema(raw.schema()).json(file.toString());
  }
}
