package com.sparkify.etl.it.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.it.aws.FakeAws.Answer;
import com.sparkify.etl.it.aws.SparkifyAws.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code sparkify-aws upload}. */
class UploadTest {
  private static final String NO_HIDDEN_FILES = " --no-progress --exclude '.*' --exclude '*/.*'";

  private FakeAws aws;
  private SparkifyAws sparkify;

  @BeforeEach
  void answer(@TempDir Path folder) throws IOException {
    aws =
        FakeAws.in(folder)
            .answers("cloudformation describe-stacks", SparkifyAws.LAKE_OUTPUTS)
            .answers("s3 cp", "")
            .answers("s3 sync", "");
    sparkify = SparkifyAws.in(folder, aws);
    Files.writeString(folder.resolve("my job.jar"), "");
    Files.createDirectories(folder.resolve("songs"));
    Files.createDirectories(folder.resolve("logs"));
  }

  @Test
  void copiesTheJobAndItsConfigurationToTheLake() {
    Ended ended =
        sparkify.run(
            "upload",
            "--jar",
            "my job.jar",
            "--config",
            SparkifyAws.PROJECT.resolve("conf/emr.conf").toString());

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(aws.calls())
        .containsExactly(
            SparkifyAws.describe("sparkify"),
            "s3 cp 'my job.jar' s3://the-lake/app/etl-runner.jar --no-progress",
            "s3 cp %s s3://the-lake/app/emr.conf --no-progress"
                .formatted(SparkifyAws.PROJECT.resolve("conf/emr.conf")));
  }

  @Test
  void copiesSourceFilesToRawDataAndDeletesNothingThere() {
    Ended ended = sparkify.run("upload", "--songs", "songs", "--events", "logs");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(aws.calls())
        .containsExactly(
            SparkifyAws.describe("sparkify"),
            "s3 sync songs s3://the-raw/song_data" + NO_HIDDEN_FILES,
            "s3 sync logs s3://the-raw/log_data" + NO_HIDDEN_FILES);
  }

  @ParameterizedTest
  @CsvSource({
    "--jar, absent.jar, ./sparkify jar",
    "--config, absent.conf, conf/emr.conf",
    "--songs, absent, no such folder"
  })
  void looksForTheFilesBeforeItCallsAws(String option, String file, String advice) {
    Ended ended = sparkify.run("upload", option, file);

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err()).contains("'%s'".formatted(file)).contains(advice);
    assertThat(aws.calls()).isEmpty();
  }

  @Test
  void stopsAtTheFirstUploadThatFails() {
    aws.answers("s3 sync", Answer.failure("Access Denied"));

    Ended ended = sparkify.run("upload", "--songs", "songs", "--events", "logs");

    assertThat(ended.exitCode()).isEqualTo(5);
    assertThat(ended.err())
        .contains("Access Denied")
        .contains("Could not upload the files of 'songs'");
    assertThat(aws.calls()).hasSize(2);
  }
}
