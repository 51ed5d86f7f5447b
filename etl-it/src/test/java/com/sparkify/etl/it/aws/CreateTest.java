package com.sparkify.etl.it.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.it.aws.FakeAws.Answer;
import com.sparkify.etl.it.aws.SparkifyAws.Ended;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code sparkify-aws create}. */
class CreateTest {
  private static final String DEPLOY =
      "cloudformation deploy --template-file %s --stack-name %s --capabilities CAPABILITY_IAM"
          + " --no-fail-on-empty-changeset";
  private static final Path LAKE = SparkifyAws.SCRIPT.resolveSibling("lake.yaml");
  private static final Path REDSHIFT = SparkifyAws.SCRIPT.resolveSibling("redshift.yaml");

  private FakeAws aws;
  private SparkifyAws sparkify;

  @BeforeEach
  void answer(@TempDir Path folder) {
    aws =
        FakeAws.in(folder)
            .answers("cloudformation deploy", "Successfully created/updated stack\n")
            .answers("cloudformation describe-stacks", SparkifyAws.LAKE_OUTPUTS);
    sparkify = SparkifyAws.in(folder, aws);
  }

  @Test
  void deploysTheLakeAndPrintsItsOutputs() {
    Ended ended = sparkify.run("create");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out()).isEqualTo(SparkifyAws.LAKE_OUTPUTS);
    assertThat(aws.calls())
        .containsExactly(DEPLOY.formatted(LAKE, "sparkify"), SparkifyAws.describe("sparkify"));
  }

  @Test
  void handsOverParametersOfTheTemplateWithTheirSpaces() {
    Ended ended =
        sparkify.run(
            "create",
            "--set",
            "ReleaseLabel=emr-7.10.0",
            "--set",
            "Schedule=cron(15 3 * * ? *)",
            "--stack",
            "my-lake",
            "--region",
            "eu-west-1");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(aws.calls())
        .containsExactly(
            DEPLOY.formatted(LAKE, "my-lake")
                + " --parameter-overrides ReleaseLabel=emr-7.10.0 'Schedule=cron(15 3 * * ? *)'"
                + " --region eu-west-1",
            SparkifyAws.describe("my-lake") + " --region eu-west-1");
  }

  @Test
  void takesAnOptionAndItsValueAsOneWordToo() {
    Ended ended = sparkify.run("create", "--set=ReleaseLabel=emr-7.10.0", "--stack=my-lake");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(aws.calls().get(0))
        .isEqualTo(
            DEPLOY.formatted(LAKE, "my-lake") + " --parameter-overrides ReleaseLabel=emr-7.10.0");
  }

  @Test
  void tellsRedshiftTheBucketAndTheKeyOfTheLake() {
    String key = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd";
    aws.answers(
        "cloudformation describe-stacks",
        SparkifyAws.LAKE_OUTPUTS + "KmsKeyArn\t" + key + "\n",
        "Workgroup\tsparkify-redshift\n");

    Ended ended = sparkify.run("create", "redshift", "--set", "SnapshotDays=90");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out()).isEqualTo("Workgroup\tsparkify-redshift\n");
    assertThat(aws.calls())
        .containsExactly(
            SparkifyAws.describe("sparkify"),
            DEPLOY.formatted(REDSHIFT, "sparkify-redshift")
                + " --parameter-overrides LakeBucket=the-lake KmsKeyArn="
                + key
                + " SnapshotDays=90",
            SparkifyAws.describe("sparkify-redshift"));
  }

  @Test
  void makesNoRedshiftWithoutALake() {
    aws.answers(
        "cloudformation describe-stacks", Answer.failure("Stack with id sparkify does not exist"));

    Ended ended = sparkify.run("create", "redshift");

    assertThat(ended.exitCode()).isEqualTo(5);
    assertThat(ended.err())
        .contains("There is no stack 'sparkify'")
        .contains("sparkify-aws create");
    assertThat(aws.calls()).containsExactly(SparkifyAws.describe("sparkify"));
  }

  @Test
  void saysWhatItTriedWhenAwsRefuses() {
    aws.answers("cloudformation deploy", Answer.failure("AccessDenied"));

    Ended ended = sparkify.run("create");

    assertThat(ended.exitCode()).isEqualTo(5);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err())
        .contains("AccessDenied")
        .contains("Could not create the stack 'sparkify'");
  }
}
