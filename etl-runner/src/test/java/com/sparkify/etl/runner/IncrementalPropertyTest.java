package com.sparkify.etl.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.runner.InThisJvm.Ended;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Incremental equals full: however the files come, in whatever order, the tables end as those of
 * one run in a new lake over the last version of each.
 *
 * <p>{@code -Dsparkify.property.histories} sets how many histories are tried, each of {@link
 * History#WORLDS} worlds; {@code -Dsparkify.property.first} sets the seed of the first.
 */
class IncrementalPropertyTest {
  private static final long FIRST = Long.getLong("sparkify.property.first", 1);
  private static final long HISTORIES = Long.getLong("sparkify.property.histories", 1);

  private final Path folder;

  IncrementalPropertyTest(@TempDir Path folder) {
    this.folder = folder;
  }

  static LongStream seeds() {
    return LongStream.range(FIRST, FIRST + HISTORIES);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whateverTheHistoryTheTablesAreThoseOfOneRun(long seed) {
    Feed lived = new Feed(folder.resolve("lived"));
    Feed afresh = new Feed(folder.resolve("afresh"));
    History history = new History(seed, lived);

    history.happen();
    history.copyTo(afresh);
    Ended once = afresh.run("run");

    assertThat(once.code()).as(once.err()).isEqualTo(ExitCode.OK);
    assertThat(
            new PublishedTables(lived.file("lake"))
                .differencesFrom(new PublishedTables(afresh.file("lake"))))
        .as("seed %d\n%s", seed, history.told())
        .isEmpty();
  }
}
