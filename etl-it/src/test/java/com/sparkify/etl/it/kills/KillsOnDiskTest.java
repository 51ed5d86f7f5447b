package com.sparkify.etl.it.kills;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.io.fixture.Spark;
import com.sparkify.etl.it.Program;
import com.sparkify.etl.it.kills.Kills.Killed;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs on a disk that are killed, at some of the steps; {@code ./sparkify faults} takes all. */
@TestInstance(Lifecycle.PER_CLASS)
class KillsOnDiskTest {
  private final Kills kills;

  KillsOnDiskTest(@TempDir Path folder) throws IOException {
    this.kills = Kills.on(Site.onDisk(folder, Program.inThisJvm(Spark.session())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "staging write",
        "staging commit",
        "journal written",
        "commit of songs",
        "commit of songplays",
        "all tables committed",
        "journal removed"
      })
  void aReaderMissesNoRowAndTheNextRunEndsRight(String step) {
    assertAllIsWell(kills.at(step));
  }

  /** Time would be another instant on another machine. */
  @ParameterizedTest
  @ValueSource(ints = {60, 120})
  void soItIsAfterAnyNumberOfOperations(int operations) {
    assertAllIsWell(kills.at(Step.afterWrites(operations)));
  }

  @Test
  void soItIsWhenTheRunThatFinishesIsKilledAsWell() {
    assertAllIsWell(kills.twice());
  }

  private static void assertAllIsWell(Killed trial) {
    assertThat(trial.killed()).isTrue();
    assertThat(trial.wrong()).isEmpty();
    assertThat(trial.reads()).isPositive();
  }
}
