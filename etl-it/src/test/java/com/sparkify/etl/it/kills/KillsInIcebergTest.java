package com.sparkify.etl.it.kills;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.io.fixture.Spark;
import com.sparkify.etl.it.Program;
import com.sparkify.etl.it.Sparkify.Ended;
import com.sparkify.etl.it.kills.Kills.Killed;
import com.sparkify.etl.it.kills.OnDisk.Stopped;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Runs on tables of Iceberg that are killed while they publish, beside a reader without Spark that
 * joins the tables of the newest tag; {@code ./sparkify faults} takes every step.
 */
@TestInstance(Lifecycle.PER_CLASS)
class KillsInIcebergTest {
  private final OnDisk site;
  private final Kills kills;

  KillsInIcebergTest(@TempDir Path folder) throws IOException {
    this.site = OnDisk.in(folder, Program.inThisJvm(Spark.session()), new InIceberg());
    this.kills = Kills.on(site);
  }

  @ParameterizedTest
  @CsvSource({
    "rows of songs, undid the publish, published",
    "tag of time, undid the publish, published",
    "main of artists, finished the publish, had nothing to do",
    "main of users, finished the publish, had nothing to do"
  })
  void aReaderSeesOneVersionAndTheNextRunEndsRight(String step, String recovery, String then) {
    Killed trial = kills.at(step);

    assertAllIsWell(trial);
    assertThat(trial.killed()).isTrue();
    assertThat(trial.next()).isEqualTo(recovery + ", " + then);
  }

  @Test
  void ofTwoProcessesAtOnceOneWinsAndTheOtherSaysWhoDid() {
    assertAllIsWell(kills.twoAtOnce());
  }

  /** What is left to decide between two writers when there is no lock is Iceberg's own guard. */
  @Test
  void aWriterThatWasOvertakenSaysSoAndLeavesNothing() throws IOException {
    site.restore();
    Ended overtaken;
    try (Stopped slow = site.stoppedAt(kills.step("all branches written and audited"))) {
      site.removeLock();
      assertThat(site.run().ok().out()).contains("that was undone first", "run: published");
      overtaken = slow.goesOn();
    }

    assertThat(overtaken.exitCode()).isEqualTo(5);
    assertThat(overtaken.err()).contains("another writer changed table");
    assertThat(kills.differencesNow()).isEmpty();
    assertThat(site.orphans()).isEmpty();
  }

  private static void assertAllIsWell(Killed trial) {
    assertThat(trial.wrong()).isEmpty();
    assertThat(trial.reads()).isPositive();
  }
}
