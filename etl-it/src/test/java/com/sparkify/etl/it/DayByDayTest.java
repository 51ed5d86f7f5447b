package com.sparkify.etl.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.io.fixture.Spark;
import com.sparkify.etl.it.bench.LakeRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Days that come after others, and one that comes late, of more events than are kept in memory: the
 * tables are those of one run, and files of other times stay.
 */
class DayByDayTest {
  private static final String LATE = "2018-11-15-events.json";
  private static final String LAST = "2018-11-30-events.json";

  private final Path folder;
  private final Program sparkify = Program.inThisJvm(Spark.session().newSession());

  DayByDayTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void theTablesAreThoseOfOneRun() throws IOException, SQLException {
    sparkify
        .run(
            List.of(
                "generate",
                "--out=" + folder.resolve("data"),
                "--songs=50",
                "--events=130000",
                "--users=3000"))
        .ok();
    holdBack(LATE);
    holdBack(LAST);
    run("lake");
    Set<String> first = files();

    deliver(LAST);
    run("lake");
    Set<String> withTheLastDay = files();
    deliver(LATE);
    run("lake");
    run("afresh");

    assertThat(withTheLastDay).as("what was there stays beside the day").containsAll(first);
    assertThat(withTheLastDay.size()).isGreaterThan(first.size());
    assertThat(files()).as("the day within it does not").doesNotContainAnyElementsOf(first);
    try (LakeRows rows = LakeRows.comparing(1_000_000)) {
      assertThat(
              rows.differences(
                  new LakeRows.Side("day by day", folder.resolve("lake")),
                  new LakeRows.Side("at once", folder.resolve("afresh"))))
          .isEmpty();
    }
  }

  private void run(String lake) {
    sparkify
        .run(
            List.of(
                "run",
                "--songs=" + folder.resolve("data/song_data"),
                "--events=" + folder.resolve("data/log_data"),
                "--lake=" + folder.resolve(lake),
                "--set=sparkify.lake.small-file-rows=1"))
        .ok();
  }

  /** The files of the tables that are divided by months. */
  private Set<String> files() throws IOException {
    try (Stream<Path> plays = Files.walk(folder.resolve("lake/songplays"));
        Stream<Path> starts = Files.walk(folder.resolve("lake/time"))) {
      return Stream.concat(plays, starts)
          .map(Path::toString)
          .filter(file -> file.endsWith(".parquet"))
          .collect(Collectors.toSet());
    }
  }

  private void holdBack(String day) throws IOException {
    Files.move(log(day), folder.resolve(day));
  }

  private void deliver(String day) throws IOException {
    Files.move(folder.resolve(day), log(day));
  }

  private Path log(String day) {
    return folder.resolve("data/log_data/2018/11").resolve(day);
  }
}
