package com.sparkify.etl.it.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.it.aws.FakeAws.Answer;
import com.sparkify.etl.it.aws.SparkifyAws.Ended;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code sparkify-aws destroy}. */
class DestroyTest {
  private static final String REDSHIFT_OUTPUTS =
      "FinalSnapshotName\tsparkify-redshift-final-1a2b3c4d\nSnapshotDays\t30\n";
  private static final Answer NO_STACK = Answer.failure("Stack with id x does not exist");
  private static final String DELETE = "cloudformation delete-stack --stack-name ";
  private static final String DELETED = "cloudformation wait stack-delete-complete --stack-name ";
  private static final String STATE =
      "emr-serverless get-application --application-id 00app"
          + " --query application.state --output text";
  private static final List<String> LOOKS_AT_THE_LAKE =
      List.of(
          SparkifyAws.describe("sparkify"),
          resources("sparkify"),
          versions("the-raw"),
          versions("the-lake"));
  private static final String RUNS =
      "emr-serverless list-job-runs --application-id 00app"
          + " --states SUBMITTED PENDING SCHEDULED QUEUED RUNNING CANCELLING"
          + " --query 'jobRuns[].[id]' --output text";

  private FakeAws aws;
  private SparkifyAws sparkify;

  @BeforeEach
  void answer(@TempDir Path folder) {
    aws =
        FakeAws.in(folder)
            .answers(
                "cloudformation describe-stacks",
                Answer.of(REDSHIFT_OUTPUTS),
                Answer.of(SparkifyAws.LAKE_OUTPUTS))
            .answers(
                "cloudformation list-stack-resources",
                "AWS::RedshiftServerless::Namespace\tsparkify-redshift\n",
                "AWS::S3::Bucket\tthe-raw\nAWS::EMRServerless::Application\t00app\n")
            .answers("s3api list-object-versions", "1000\t2\n234\t3\n", "0\t0\n")
            .answers("emr-serverless list-job-runs", "")
            .answers("emr-serverless get-application", "STARTED\n", "STOPPING\n", "STOPPED\n")
            .answers("emr-serverless stop-application", "")
            .answers("cloudformation delete-stack", "")
            .answers("cloudformation wait", "");
    sparkify = SparkifyAws.in(folder, aws);
  }

  @Test
  void withoutYesItOnlyListsWhatGoesAndWhatStays() {
    Ended ended = sparkify.run("destroy");

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err()).contains("Nothing was deleted. Add --yes");
    assertThat(ended.out())
        .contains("The stack 'sparkify-redshift' goes:\n  AWS::RedshiftServerless::Namespace")
        .contains("'sparkify-redshift-final-1a2b3c4d'", "for 30 days")
        .contains("The stack 'sparkify' goes:\n  AWS::EMRServerless::Application  00app\n")
        .contains("s3://the-raw  1234 versions of objects and 5 marks of deletion")
        .contains("s3://the-lake  0 versions of objects and 0 marks of deletion");
    assertThat(aws.calls())
        .containsExactly(
            SparkifyAws.describe("sparkify-redshift"),
            resources("sparkify-redshift"),
            LOOKS_AT_THE_LAKE.get(0),
            LOOKS_AT_THE_LAKE.get(1),
            LOOKS_AT_THE_LAKE.get(2),
            LOOKS_AT_THE_LAKE.get(3));
  }

  @Test
  void withYesItDeletesTheStacksAndNoData() {
    Ended ended = sparkify.run("destroy", "--yes", "--poll", "0");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(aws.calls().subList(6, aws.calls().size()))
        .containsExactly(
            RUNS,
            DELETE + "sparkify-redshift",
            DELETED + "sparkify-redshift",
            STATE,
            "emr-serverless stop-application --application-id 00app",
            STATE,
            STATE,
            DELETE + "sparkify",
            DELETED + "sparkify");
    assertThat(aws.calls()).noneMatch(call -> call.matches("s3(api)? (rm|rb|delete|mv|sync).*"));
  }

  @Test
  void ofRedshiftAloneItLeavesTheLake() {
    Ended ended = sparkify.run("destroy", "redshift", "--yes");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(aws.calls())
        .containsExactly(
            SparkifyAws.describe("sparkify-redshift"),
            resources("sparkify-redshift"),
            DELETE + "sparkify-redshift",
            DELETED + "sparkify-redshift");
  }

  @Test
  void withoutRedshiftItDeletesTheLakeAlone() {
    aws.answers("cloudformation describe-stacks", NO_STACK, Answer.of(SparkifyAws.LAKE_OUTPUTS));
    aws.answers("emr-serverless get-application", "CREATED\n");

    Ended ended = sparkify.run("destroy", "--yes");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(aws.calls().get(0)).isEqualTo(SparkifyAws.describe("sparkify-redshift"));
    assertThat(aws.calls().subList(1, 5)).isEqualTo(LOOKS_AT_THE_LAKE);
    assertThat(aws.calls().subList(5, aws.calls().size()))
        .containsExactly(RUNS, STATE, DELETE + "sparkify", DELETED + "sparkify");
  }

  @Test
  void whileARunIsGoingOnItDeletesNothing() {
    aws.answers("emr-serverless list-job-runs", "00a\n00b\n");

    Ended ended = sparkify.run("destroy", "--yes");

    assertThat(ended.exitCode()).isEqualTo(5);
    assertThat(ended.err()).contains("Nothing was deleted", "00a, 00b", "cancel-job-run");
    assertThat(aws.calls()).last().isEqualTo(RUNS);
  }

  @Test
  void whatWasNeverFinishedCanBeDestroyedToo() {
    aws.answers("cloudformation describe-stacks", NO_STACK, Answer.of("None\n"));

    Ended ended = sparkify.run("destroy", "--yes");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("its creation did not succeed");
    assertThat(aws.calls().subList(2, aws.calls().size()))
        .containsExactly(resources("sparkify"), DELETE + "sparkify", DELETED + "sparkify");
  }

  @Test
  void keepsTheLakeWhenRedshiftCannotBeDeleted() {
    aws.answers("cloudformation wait", Answer.failure("Waiter encountered a terminal failure"));

    Ended ended = sparkify.run("destroy", "--yes");

    assertThat(ended.exitCode()).isEqualTo(5);
    assertThat(ended.err())
        .contains("The stack 'sparkify-redshift' was not deleted", "describe-stack-events");
    assertThat(aws.calls()).last().isEqualTo(DELETED + "sparkify-redshift");
  }

  @Test
  void saysThatThereIsNothing() {
    aws.answers("cloudformation describe-stacks", NO_STACK);

    Ended ended = sparkify.run("destroy", "--yes", "--region", "eu-west-1");

    assertThat(ended.exitCode()).isEqualTo(5);
    assertThat(ended.err()).contains("There is no stack 'sparkify' in region 'eu-west-1'");
    assertThat(aws.calls()).hasSize(2);
  }

  @Test
  void doesNotTakeAFailureForAnAbsentStack() {
    aws.answers("cloudformation describe-stacks", Answer.failure("Unable to locate credentials"));

    Ended ended = sparkify.run("destroy", "--yes");

    assertThat(ended.exitCode()).isEqualTo(5);
    assertThat(ended.err())
        .contains("Could not read the stack 'sparkify-redshift'", "Unable to locate credentials");
    assertThat(aws.calls()).hasSize(1);
  }

  private static String resources(String stack) {
    return "cloudformation list-stack-resources --stack-name %s".formatted(stack)
        + " --query 'StackResourceSummaries[].[ResourceType,PhysicalResourceId]' --output text";
  }

  private static String versions(String bucket) {
    return "s3api list-object-versions --bucket %s".formatted(bucket)
        + " --query '[length(Versions||`[]`),length(DeleteMarkers||`[]`)]' --output text";
  }
}
