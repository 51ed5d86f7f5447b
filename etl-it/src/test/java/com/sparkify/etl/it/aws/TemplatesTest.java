package com.sparkify.etl.it.aws;

import static com.sparkify.etl.it.aws.Template.list;
import static com.sparkify.etl.it.aws.Template.map;
import static com.sparkify.etl.it.aws.Template.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.runner.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The templates of {@code conf/aws}, without AWS: they were never created in an account. */
class TemplatesTest {
  private static final Template LAKE = Template.named("lake.yaml");
  private static final Template REDSHIFT = Template.named("redshift.yaml");

  @ParameterizedTest
  @ValueSource(strings = {"lake.yaml", "redshift.yaml"})
  void keepToEveryRule(String name) {
    assertThat(TemplateRules.problems(Template.named(name))).isEmpty();
  }

  @Test
  void theLakeHasTwoBucketsAGlueDatabaseAndAnApplicationOfSpark4() {
    assertThat(LAKE.resources("AWS::S3::Bucket")).hasSize(2);
    assertThat(LAKE.resources("AWS::Glue::Database")).hasSize(1);
    assertThat(LAKE.resources("AWS::EMRServerless::Application")).hasSize(1);
    assertThat(parameter("ReleaseLabel").get("Default")).isEqualTo("emr-spark-8.0.0");
  }

  @ParameterizedTest
  @CsvSource({
    "ReleaseLabel, emr-spark-8.0.0, true",
    "ReleaseLabel, emr-7.10.0, true",
    "ReleaseLabel, emr-6.15.0, false",
    "Schedule, '', true",
    "Schedule, cron(15 3 * * ? *), true",
    "Schedule, rate(1 day), true",
    "Schedule, 15 3 * * *, false",
    "SparkSettings, --conf spark.executor.memory=24g, true",
    "SparkSettings, '--conf \"x\"', false",
    "KmsKeyArn, '', true",
    "KmsKeyArn, arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab, true",
    "KmsKeyArn, alias/aws/s3, false"
  })
  void parametersTakeWhatIsMeantAndNothingElse(String name, String value, boolean taken) {
    assertThat(value.matches(text(parameter(name).get("AllowedPattern")))).isEqualTo(taken);
  }

  @Test
  void defaultsOfParametersAreAllowed() {
    for (Template template : List.of(LAKE, REDSHIFT)) {
      template
          .section("Parameters")
          .forEach(
              (name, parameter) -> {
                if (map(parameter).containsKey("AllowedPattern")
                    && map(parameter).containsKey("Default")) {
                  assertThat(text(map(parameter).get("Default")))
                      .as(name)
                      .matches(text(map(parameter).get("AllowedPattern")));
                }
              });
    }
  }

  @Test
  void theJobReadsRawDataAndWritesNothingButTablesAndLogs() {
    Map<String, Object> policy =
        map(list(LAKE.resource("JobRole").properties().get("Policies")).get(0));
    List<Map<String, Object>> writing =
        list(map(policy.get("PolicyDocument")).get("Statement")).stream()
            .map(Template::map)
            .filter(statement -> text(statement.get("Action")).matches(".*s3:(Put|Delete).*"))
            .toList();

    assertThat(writing)
        .extracting(statement -> text(statement.get("Resource")))
        .containsExactly(
            "[{Fn::Sub=${LakeBucket.Arn}/lake}, {Fn::Sub=${LakeBucket.Arn}/lake/*}]",
            "{Fn::Sub=${LakeBucket.Arn}/logs/*}");
  }

  @Test
  void oldStagingMovesToACheaperClassAndNeverExpires() {
    List<Map<String, Object>> rules =
        list(
                map(LAKE.resource("LakeBucket").properties().get("LifecycleConfiguration"))
                    .get("Rules"))
            .stream()
            .map(Template::map)
            .filter(rule -> text(rule.get("Prefix")).startsWith("lake/"))
            .toList();

    assertThat(rules).hasSize(1);
    assertThat(rules.get(0)).containsEntry("Prefix", "lake/_sparkify/staging/");
    assertThat(rules.get(0)).containsOnlyKeys("Id", "Status", "Prefix", "Transitions");
  }

  @Test
  void aScheduledRunIsTheOneThatSubmitStarts() {
    Map<String, Object> target = map(LAKE.resource("ScheduledRun").properties().get("Target"));
    String input = text(map(target.get("Input")).get("Fn::Sub"));
    Map<String, Object> call = map(Template.yaml(input.replace("${TimeoutMinutes}", "120")));
    Map<String, Object> submitted = map(map(call.get("JobDriver")).get("SparkSubmit"));

    assertThat(call)
        .containsOnlyKeys(
            "ClientToken",
            "Name",
            "ApplicationId",
            "ExecutionRoleArn",
            "ExecutionTimeoutMinutes",
            "JobDriver");
    assertThat(submitted).containsEntry("EntryPoint", "s3://${LakeBucket}/app/etl-runner.jar");
    assertThat(list(submitted.get("EntryPointArguments")))
        .containsExactlyElementsOf(SubmitTest.arguments("${RawBucket}", "${LakeBucket}"));
    assertThat(text(submitted.get("SparkSubmitParameters")))
        .isEqualTo(text(map(output(LAKE, "SparkSubmitParameters")).get("Fn::Sub")))
        .contains("--class " + Main.class.getName());
  }

  @Test
  void theWindowOfTheScheduleIsTextAndNotATruthValue() {
    assertThat(map(LAKE.resource("ScheduledRun").properties().get("FlexibleTimeWindow")))
        .containsEntry("Mode", "OFF");
  }

  @Test
  void theNameOfTheFinalSnapshotIsTheOneThatDestroyShows() {
    assertThat(output(REDSHIFT, "FinalSnapshotName"))
        .isEqualTo(REDSHIFT.resource("Namespace").properties().get("FinalSnapshotName"));
  }

  @Test
  void haveTheOutputsThatTheScriptReads() throws IOException {
    List<String> read =
        Pattern.compile("\\$\\((?:need_)?output ([A-Za-z]+)\\)")
            .matcher(Files.readString(SparkifyAws.SCRIPT))
            .results()
            .map((MatchResult call) -> call.group(1))
            .distinct()
            .toList();

    assertThat(read).contains("LakeBucket", "FinalSnapshotName");
    assertThat(read)
        .allMatch(
            name ->
                LAKE.section("Outputs").containsKey(name)
                    || REDSHIFT.section("Outputs").containsKey(name));
  }

  private static Map<String, Object> parameter(String name) {
    return map(LAKE.section("Parameters").get(name));
  }

  private static Object output(Template template, String name) {
    return map(template.section("Outputs").get(name)).getOrDefault("Value", "");
  }
}
