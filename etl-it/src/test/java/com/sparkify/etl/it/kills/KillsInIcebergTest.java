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

    assertThat(trial.killed()).isTrue();
    assertThat(trial.wrong()).isEmpty();
    assertThat(trial.reads()).isPositive();
    assertThat(trial.next()).isEqualTo(recovery + ", " + then);
  }

  /**
   * As long as a process has the lock, another run does not begin; without the lock the commits of
   * the tables decide, for the one that was first.
   */
  @Test
  void ofTwoWritersOneWinsAndTheOtherSaysWhyItDidNot() throws IOException {
    site.restore();
    Ended overtaken;
    try (Stopped slow = site.stoppedAt(kills.step("all branches written and audited"))) {
      Ended refused = site.run();
      assertThat(refused.exitCode()).isEqualTo(5);
      assertThat(refused.err()).contains("holds it since");

      site.removeLock();
      assertThat(site.run().ok().out()).contains("that was undone first", "run: published");
      overtaken = slow.goesOn();
    }

    assertThat(overtaken.exitCode()).isEqualTo(5);
    assertThat(overtaken.err()).contains("another writer changed table");
    assertThat(kills.differencesNow()).isEmpty();
    assertThat(site.orphans()).isEmpty();
  }
}
