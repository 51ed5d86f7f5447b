package com.sparkify.etl.it.aws;

import static com.sparkify.etl.it.aws.Template.list;
import static com.sparkify.etl.it.aws.Template.map;
import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.it.aws.FakeAws.Answer;
import com.sparkify.etl.it.aws.SparkifyAws.Ended;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code sparkify-aws submit}. */
class SubmitTest {
  private static final String SPARK =
      "--class com.sparkify.etl.runner.Main --conf spark.driver.cores=2";
  private static final String STATE =
      "emr-serverless get-job-run --application-id 00app --job-run-id 00run"
          + " --query 'jobRun.[state,stateDetails]' --output text";

  private FakeAws aws;
  private SparkifyAws sparkify;

  @BeforeEach
  void answer(@TempDir Path folder) {
    aws =
        FakeAws.in(folder)
            .answers("cloudformation describe-stacks", SparkifyAws.LAKE_OUTPUTS)
            .answers("emr-serverless start-job-run", "00run\n");
    sparkify = SparkifyAws.in(folder, aws);
  }

  /** What a run is told if nothing else is asked for. */
  static List<String> arguments(String raw, String lake) {
    return List.of(
        "run",
        "--config",
        "s3a://%s/app/emr.conf".formatted(lake),
        "--songs",
        "s3a://%s/song_data".formatted(raw),
        "--events",
        "s3a://%s/log_data".formatted(raw),
        "--lake",
        "s3a://%s/lake".formatted(lake));
  }

  @Test
  void startsARunWithThePathsOfTheStackAndPrintsItsId() {
    Ended ended = sparkify.run("submit");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out()).isEqualTo("00run\n");
    assertThat(aws.calls())
        .containsExactly(
            SparkifyAws.describe("sparkify"),
            "emr-serverless start-job-run --application-id 00app"
                + " --execution-role-arn arn:aws:iam::123456789012:role/job --name run"
                + " --execution-timeout-minutes 120 --job-driver '{\"sparkSubmit\":{"
                + "\"entryPoint\":\"s3://the-lake/app/etl-runner.jar\","
                + "\"entryPointArguments\":[\"run\",\"--config\",\"s3a://the-lake/app/emr.conf\","
                + "\"--songs\",\"s3a://the-raw/song_data\",\"--events\",\"s3a://the-raw/log_data\","
                + "\"--lake\",\"s3a://the-lake/lake\"],"
                + "\"sparkSubmitParameters\":\"--class com.sparkify.etl.runner.Main"
                + " --conf spark.driver.cores=2\"}}' --query jobRunId --output text");
  }

  @Test
  void handsOverFurtherArgumentsAsTheyAre() {
    Ended ended =
        sparkify.run(
            "submit", "--region", "eu-west-1", "--", "--full", "--set", "k=\"a\\b\" é $HOME", "");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    List<Object> expected = new ArrayList<>(arguments("the-raw", "the-lake"));
    expected.addAll(List.of("--full", "--set", "k=\"a\\b\" é $HOME", ""));
    assertThat(list(driver().get("entryPointArguments"))).isEqualTo(expected);
    assertThat(aws.arguments().get(1)).endsWith("--region", "eu-west-1");
  }

  @Test
  void whatLooksLikeAnOptionAfterTheDashesIsTheJobs() {
    Ended ended = sparkify.run("submit", "--", "--stack", "x", "--help");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(list(driver().get("entryPointArguments"))).endsWith("--stack", "x", "--help");
    assertThat(aws.calls().get(0)).isEqualTo(SparkifyAws.describe("sparkify"));
  }

  @Test
  void takesAnotherCommandNameTimeoutAndSparkSettings() {
    Ended ended =
        sparkify.run(
            "submit",
            "--command",
            "check",
            "--name",
            "nightly",
            "--timeout",
            "7",
            "--spark-conf",
            "spark.executor.memory=24g",
            "--spark-conf",
            "a.b=c=d");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(aws.arguments().get(1))
        .containsSequence("--name", "nightly", "--execution-timeout-minutes", "7");
    assertThat(list(driver().get("entryPointArguments"))).startsWith("check", "--config");
    assertThat(driver())
        .containsEntry(
            "sparkSubmitParameters", SPARK + " --conf spark.executor.memory=24g --conf a.b=c=d");
  }

  @Test
  void waitsForTheEnd() {
    aws.answers(
        "emr-serverless get-job-run", "PENDING\tNone\n", "RUNNING\tNone\n", "SUCCESS\tNone\n");

    Ended ended = sparkify.run("submit", "--wait", "--poll", "0");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out()).isEqualTo("00run\n");
    assertThat(ended.err()).contains("PENDING").contains("RUNNING").contains("SUCCESS");
    assertThat(aws.calls().subList(2, 5)).containsExactly(STATE, STATE, STATE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"FAILED", "CANCELLED"})
  void aRunThatDoesNotSucceedIsAFailure(String state) {
    aws.answers("emr-serverless get-job-run", state + "\tno such bucket\n");

    Ended ended = sparkify.run("submit", "--wait", "--poll", "0");

    assertThat(ended.exitCode()).isEqualTo(5);
    assertThat(ended.err()).contains("'00run'", state, "no such bucket", "sparkify-aws logs 00run");
  }

  @Test
  void saysWhatItTriedWhenAwsRefuses() {
    aws.answers("emr-serverless start-job-run", Answer.failure("ValidationException"));

    Ended ended = sparkify.run("submit", "--wait");

    assertThat(ended.exitCode()).isEqualTo(5);
    assertThat(ended.err())
        .contains("ValidationException", "start a run on the application '00app'");
    assertThat(aws.calls()).hasSize(2);
  }

  @Test
  void refusesAnArgumentOfSeveralLines() {
    Ended ended = sparkify.run("submit", "--", "a\nb");

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err()).contains("without line ends");
    assertThat(aws.calls()).isEmpty();
  }

  private Map<String, Object> driver() {
    List<String> call = aws.arguments().get(1);
    String json = call.get(call.indexOf("--job-driver") + 1);
    return map(map(Template.yaml(json)).get("sparkSubmit"));
  }
}
