package com.sparkify.etl.io.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.core.source.SongRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SongFilesTest {
  private final Path folder;

  SongFilesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void readsAnObjectThatSpansLines() throws IOException {
    String pretty = "{\r\n  \"song_id\": \"S1\",\r\n  \"year\": 1999\r\n}";
    List<ReadRow> rows =
        rows("\ufeff" + pretty + "\r\n\r\n{\"song_id\":\"S2\"}\n{\n\"song_id\":\n\"S3\"}");

    assertThat(rows)
        .extracting(row -> row.get(SongRecords.SONG_ID))
        .containsExactly("S1", "S2", "S3");
    assertThat(rows).extracting(ReadRow::line).containsExactly(1L, 6L, 7L);
    assertThat(rows.get(0).raw()).isEqualTo(pretty);
    assertThat(rows.get(0).get(SongRecords.YEAR)).isEqualTo(1999);
  }

  @Test
  void readsWhatComesBeforeTheFirstObjectAsARecord() throws IOException {
    List<ReadRow> rows = rows("\n# songs\nof 1999\n\n{\"song_id\":\"S1\"}\n");

    assertThat(rows).extracting(ReadRow::problem).containsExactly("malformed-json", null);
    assertThat(rows.get(0).raw()).isEqualTo("# songs\nof 1999");
    assertThat(rows).extracting(ReadRow::line).containsExactly(2L, 5L);
  }

  @Test
  void countsWhatFollowsAnObjectAsPartOfIt() throws IOException {
    List<ReadRow> rows = rows("{\"song_id\":\"S1\"}\nrest\n{\"song_id\":\"S2\"}");

    assertThat(rows).extracting(ReadRow::problem).containsExactly("malformed-json", null);
    assertThat(rows.get(0).raw()).isEqualTo("{\"song_id\":\"S1\"}\nrest");
  }

  @Test
  void makesOneMalformedRecordOfAnEmptyFile() throws IOException {
    List<ReadRow> rows = rows("\n\n");

    assertThat(rows).extracting(ReadRow::problem).containsExactly("malformed-json");
    assertThat(rows.get(0).raw()).isEqualTo("\n\n");
  }

  private List<ReadRow> rows(String content) throws IOException {
    Path file = Files.write(folder.resolve("song.json"), content.getBytes(UTF_8));
    return ReadRow.of(SourceLayout.SONGS, file);
  }
}
