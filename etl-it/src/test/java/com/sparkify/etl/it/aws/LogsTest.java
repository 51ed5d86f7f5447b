package com.sparkify.etl.it.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.it.aws.FakeAws.Answer;
import com.sparkify.etl.it.aws.SparkifyAws.Ended;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code sparkify-aws logs}. */
class LogsTest {
  private static final String RUN = "logs/applications/00app/jobs/00run/";
  private static final String LIST =
      "s3api list-objects-v2 --bucket the-lake --prefix "
          + RUN
          + " --query 'Contents[].[Key]' --output text";

  private FakeAws aws;
  private SparkifyAws sparkify;

  @BeforeEach
  void answer(@TempDir Path folder) throws IOException {
    aws =
        FakeAws.in(folder)
            .answers("cloudformation describe-stacks", SparkifyAws.LAKE_OUTPUTS)
            .answers(
                "s3api list-objects-v2",
                RUN
                    + "SPARK_DRIVER/stderr.gz\n"
                    + RUN
                    + "SPARK_DRIVER/stdout.gz\n"
                    + RUN
                    + "SPARK_EXECUTOR/1/stderr.gz\n")
            .answers("s3 cp", Answer.of(gzip("the output\n")), Answer.of(gzip("the errors\n")));
    sparkify = SparkifyAws.in(folder, aws);
  }

  @Test
  void printsTheOutputOfTheDriverAndThenItsErrors() {
    Ended ended = sparkify.run("logs", "00run");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out()).isEqualTo("the output\nthe errors\n");
    assertThat(ended.err()).isEqualTo("==> SPARK_DRIVER/stdout.gz\n==> SPARK_DRIVER/stderr.gz\n");
    assertThat(aws.calls())
        .containsExactly(
            SparkifyAws.describe("sparkify"),
            LIST,
            "s3 cp s3://the-lake/" + RUN + "SPARK_DRIVER/stdout.gz -",
            "s3 cp s3://the-lake/" + RUN + "SPARK_DRIVER/stderr.gz -");
  }

  @Test
  void printsOneStreamOfTheLastRun() {
    aws.answers(
        "emr-serverless list-job-runs",
        "2026-11-22T01:00:00+00:00\t00run\n2026-11-21T01:00:00+00:00\t00old\n");

    Ended ended = sparkify.run("logs", "--last", "--stream", "stderr");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(aws.calls())
        .containsExactly(
            SparkifyAws.describe("sparkify"),
            "emr-serverless list-job-runs --application-id 00app"
                + " --query 'jobRuns[].[createdAt,id]' --output text",
            LIST,
            "s3 cp s3://the-lake/" + RUN + "SPARK_DRIVER/stderr.gz -");
  }

  @Test
  void fetchesAllFilesIntoAFolder() {
    aws.answers("s3 cp", "");

    Ended ended = sparkify.run("logs", "00run", "--to", "my logs");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(aws.calls())
        .containsExactly(
            SparkifyAws.describe("sparkify"),
            "s3 cp s3://the-lake/" + RUN + " 'my logs' --recursive --no-progress");
  }

  @Test
  void saysThatThereAreNoneYet() {
    aws.answers("s3api list-objects-v2", "None\n");

    Ended ended = sparkify.run("logs", "00run");

    assertThat(ended.exitCode()).isEqualTo(5);
    assertThat(ended.err()).contains("no logs", "'00run'", "s3://the-lake/" + RUN, "delay");
  }

  @Test
  void saysThatThereWasNoRun() {
    aws.answers("emr-serverless list-job-runs", "");

    Ended ended = sparkify.run("logs");

    assertThat(ended.exitCode()).isEqualTo(5);
    assertThat(ended.err()).contains("'00app' has had no runs", "sparkify-aws submit");
  }

  @Test
  void aFileThatCannotBeReadIsAFailure() {
    aws.answers("s3 cp", Answer.failure("Access Denied"));

    Ended ended = sparkify.run("logs", "00run");

    assertThat(ended.exitCode()).isEqualTo(5);
    assertThat(ended.err()).contains("Access Denied", "Could not fetch 's3://the-lake/" + RUN);
    assertThat(aws.calls()).hasSize(3);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
