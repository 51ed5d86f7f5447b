package com.sparkify.etl.it.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.io.fixture.Spark;
import com.sparkify.etl.it.DuckDb;
import com.sparkify.etl.it.Program;
import com.sparkify.etl.it.bench.LakeRows.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script of DuckDB makes the product's tables. */
class DuckDbScriptTest {
  private static final String SONG =
      """
      {"num_songs": 1, "artist_id": "AR1", "artist_latitude": null, "artist_longitude": null,\
       "artist_location": "", "artist_name": "A", "song_id": "%s", "title": "%s",\
       "duration": %s, "year": 0}""";
  private static final String PLAY =
      """
      {"artist":"A","auth":"Logged In","firstName":"F","gender":"F","itemInSession":%d,\
      "lastName":"L","length":%s,"level":"%s","location":"%s","method":"PUT","page":"NextSong",\
      "registration":1540919166796.0,"sessionId":7,"song":"%s","status":200,"ts":%d,\
      "userAgent":"\\"Mozilla\\"","userId":"39"}
      """;
  private static final long TS = 1_541_105_830_796L;

  @TempDir private Path folder = Path.of("");

  @Test
  void findsTheRowsOfTheProductInDamagedData() throws IOException, SQLException {
    product(
        "generate",
        "--out=" + folder.resolve("data"),
        "--songs=200",
        "--events=1500",
        "--malformed=0.05",
        "--duplicates=0.02",
        "--late=0.02",
        "--absent-keys=0.1");
    requireSameRows(Sources.in(folder.resolve("data")));
  }

  @Test
  void findsTheRowsOfTheProductInRareCases() throws IOException, SQLException {
    write("song_data/A/one.json", SONG.formatted("SO1", " Same\\t", "100.5"));
    write("song_data/A/two.json", SONG.formatted("SO2", "Same", "99.5"));
    write("song_data/A/three.json", SONG.formatted("SO3", "Other", "50"));
    write(
        "log_data/2018/11/events.json",
        PLAY.formatted(0, "99.6", "free", "Here", "Same", TS)
            + PLAY.formatted(1, "100.0", "free", " ", "Same  ", TS)
            + PLAY.formatted(2, "null", "paid", "Here", "Same", TS + 1)
            + PLAY.formatted(3, "50", "free", "MÃ\\u0083Â¼nchen", "Other", TS + 2)
            + PLAY.formatted(3, "50", "paid", "MÃ¼nchen 100 % !", "Other", TS + 2)
            + PLAY.formatted(4, "50", "paid", "Ã", "Ã¿", TS + 3)
            + PLAY.formatted(5, "50.5", "free", "Köln \\u00a0", "Other", TS + 3));
    requireSameRows(Sources.in(folder));
    assertThat(
            new DuckDb(folder.resolve("duckdb"))
                .rows("SELECT song_id, location FROM songplays ORDER BY item_in_session"))
        .containsExactly(
            "SO2|Here", "SO1|null", "SO1|Here", "SO3|München 100 % !", "null|Ã", "SO3|Köln \u00a0");
  }

  private void requireSameRows(Sources sources) throws IOException, SQLException {
    Path lake = folder.resolve("sparkify");
    product("run", "--songs=" + sources.songs(), "--events=" + sources.events(), "--lake=" + lake);
    DuckDbScript.write(sources, folder.resolve("duckdb"), List.of("year"));
    try (LakeRows rows = LakeRows.comparing(LakeRows.ROWS_OF_A_SMALL_TABLE)) {
      assertThat(
              rows.differences(
                  new Side("sparkify", lake), new Side("duckdb", folder.resolve("duckdb"))))
          .isEmpty();
    }
  }

  private static void product(String... arguments) {
    Program.inThisJvm(Spark.session()).run(List.of(arguments)).ok();
  }

  private void write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolve("..").normalize());
    Files.writeString(file, content);
  }
}
