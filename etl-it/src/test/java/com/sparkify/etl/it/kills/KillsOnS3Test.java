package com.sparkify.etl.it.kills;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.it.Program;
import com.sparkify.etl.it.kills.Kills.Killed;
import com.sparkify.etl.it.s3.Bucket;
import com.sparkify.etl.it.s3.S3;
import com.sparkify.etl.it.s3.S3Session;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs on S3 that are killed, at some of the steps; {@code ./sparkify faults} takes all. */
@ExtendWith(S3.class)
@TestInstance(Lifecycle.PER_CLASS)
class KillsOnS3Test {
  private final Kills kills;

  KillsOnS3Test(Bucket bucket, @TempDir Path folder) throws IOException {
    this.kills = Kills.on(Site.onS3(bucket, folder, Program.inThisJvm(S3Session.on(bucket))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"commit of songplays", "retire after 20 files"})
  void aReaderMissesNoRowAndTheNextRunEndsRight(String step) {
    assertAllIsWell(kills.at(step));
  }

  private static void assertAllIsWell(Killed trial) {
    assertThat(trial.killed()).isTrue();
    assertThat(trial.wrong()).isEmpty();
    assertThat(trial.reads()).isPositive();
  }
}
