package com.sparkify.etl.io.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sparkify.etl.core.source.LogEvents;
import com.sparkify.etl.core.source.Origin;
import com.sparkify.etl.core.source.SongRecords;
import com.sparkify.etl.core.source.StagedRows;
import com.sparkify.etl.io.fixture.Spark;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The public files, which are not part of the project: without them nothing is tested here. */
class PublicFilesTest {
  private static final Path DATA = Path.of("..", "..", "shared", "data");

  @BeforeEach
  void needsTheFiles() {
    assumeThat(Files.isDirectory(DATA))
        .as("the public files are at %s", DATA.toAbsolutePath().normalize())
        .isTrue();
  }

  @Test
  void acceptsEveryEvent() {
    JsonPaths names =
        JsonPaths.read(DATA.resolve("log_json_path.json").toString(), new Configuration());
    JsonSource source = JsonSources.events(Spark.session(), DATA + "/log_data", names);

    Dataset<Row> raw = source.read(source.list());
    Dataset<Row> staged = LogEvents.staged(raw);

    assertThat(names).isEqualTo(JsonPaths.none());
    assertThat(source.list()).hasSize(30);
    assertThat(raw.count()).isEqualTo(8_056);
    assertThat(staged.where(StagedRows.REJECT_REASON.column().isNotNull()).count()).isZero();
    assertThat(staged.transform(LogEvents::plays).count()).isEqualTo(6_820);
    assertThat(staged.where(Origin.UNKNOWN_FIELDS.column().isNotNull()).count()).isZero();
  }

  @Test
  void acceptsEverySong() {
    JsonSource source = JsonSources.songs(Spark.session(), DATA + "/song_data");

    Dataset<Row> staged = SongRecords.staged(source.read(source.list()));

    assertThat(staged.count()).isEqualTo(71);
    assertThat(StagedRows.rejected(staged).count()).isZero();
  }

  @Test
  void readsWhatSparksOwnReaderReads() {
    JsonSource source = JsonSources.events(Spark.session(), DATA + "/log_data", JsonPaths.none());
    Dataset<Row> ours = LogEvents.staged(source.read(source.list()));
    Dataset<Row> sparks =
        LogEvents.staged(
            Spark.session()
                .read()
                .option("recursiveFileLookup", true)
                .schema(LogEvents.RAW.schema())
                .json(DATA + "/log_data"));
    org.apache.spark.sql.Column[] data =
        LogEvents.FIELDS.stream()
            .filter(field -> !field.equals(LogEvents.REGISTRATION))
            .map(field -> org.apache.spark.sql.functions.col(field.name()))
            .toArray(org.apache.spark.sql.Column[]::new);

    assertThat(ours.select(data).collectAsList())
        .containsExactlyInAnyOrderElementsOf(sparks.select(data).collectAsList());
  }
}
