package com.sparkify.etl.it.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.io.fixture.Spark;
import com.sparkify.etl.it.DuckDb;
import com.sparkify.etl.it.Program;
import com.sparkify.etl.it.Sparkify;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that follow one another find the tables by name. */
class FreshSessionTest {
  private static final Path SAMPLE = Sparkify.project().resolve("etl-runner/sample");

  private final Path folder;
  private final Path lake;

  FreshSessionTest(@TempDir Path folder) {
    this.folder = folder;
    this.lake = folder.resolve("lake");
  }

  @Test
  void findsEveryPartitionAlsoThoseOfALaterRun() throws IOException {
    deliver("11/2018-11-29-events.json");
    Program.inThisJvm(Spark.session()).run(run()).ok();
    Sparkify.withHive().in(folder, "tables", "create", "--lake=lake").ok();
    deliver("12/2018-12-01-events.json");
    Sparkify.withHive().in(folder, run().toArray(String[]::new)).ok();

    List<String> found =
        Sparkify.withHive(CatalogReader.class.getName())
            .in(folder, lake.resolve("_sparkify/catalog/metastore").toString())
            .ok()
            .out()
            .lines()
            .toList();

    DuckDb files = new DuckDb(lake);
    List<String> expected = new ArrayList<>();
    for (String table : List.of("artists", "songs", "users", "user_levels", "time", "songplays")) {
      expected.add(table + "|" + files.value("SELECT count(*) FROM " + table));
    }
    List<String> months =
        files.rows("SELECT year, month, count(*) FROM songplays GROUP BY ALL ORDER BY ALL");
    assertThat(months).hasSize(2);
    expected.addAll(months);
    assertThat(found).isEqualTo(expected);
    try (Stream<Path> all = Files.list(folder)) {
      assertThat(all.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("lake", "logs", "derby.log"); // the last is the reader's
    }
  }

  private List<String> run() {
    return List.of(
        "run",
        "--songs=" + SAMPLE.resolve("song_data"),
        "--events=" + folder.resolve("logs"), "--lake=" + lake);
  }

  private void deliver(String file) throws IOException {
    Path target = folder.resolve("logs").resolve(file);
    Files.createDirectories(target.resolveSibling(""));
    Files.copy(SAMPLE.resolve("log_data/2018").resolve(file), target);
  }
}
