package com.sparkify.etl.it.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.it.aws.FakeAws.Answer;
import com.sparkify.etl.it.aws.SparkifyAws.Ended;
import com.sparkify.etl.runner.report.ComputeReport;
import com.sparkify.etl.runner.report.PlaysReport;
import com.sparkify.etl.runner.report.RunLog;
import com.sparkify.etl.runner.report.RunReport;
import com.sparkify.etl.runner.report.RunReport.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code sparkify-aws cost}. */
class CostTest {
  private static final String REPORT =
      """
      {
        "runId" : "20261122T002121.443Z",
        "phases" : [ { "name" : "vcpuHours", "seconds" : 5.0 } ],
        "compute" : {
          "vcpuHours" : 0.123,
          "memoryGbHours" : 4.56E-1
        },
        "plays" : { "built" : 406 }
      }
      """;
  private static final String HOURS =
      """
      run               20261122T002121.443Z
      vCPU-hours        0.123
      memory GB-hours   4.56E-1
      """;

  private FakeAws aws;
  private SparkifyAws sparkify;

  @BeforeEach
  void answer(@TempDir Path folder) {
    aws =
        FakeAws.in(folder)
            .answers("cloudformation describe-stacks", SparkifyAws.LAKE_OUTPUTS)
            .answers(
                "s3api list-objects-v2",
                """
                lake/_sparkify/runs/20261121T002121.443Z.json
                lake/_sparkify/runs/20261122T002121.443Z.json
                lake/_sparkify/runs/20261120T002121.443Z.json
                lake/_sparkify/runs/_20991122T002121.443Z.json.unfinished
                lake/_sparkify/runs/notes.txt
                """)
            .answers("s3 cp", REPORT);
    sparkify = SparkifyAws.in(folder, aws);
  }

  @Test
  void printsTheHoursOfTheReportAndNoPriceOfItsOwn() {
    Ended ended = sparkify.run("cost", "20261122T002121.443Z");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out()).isEqualTo(HOURS);
    assertThat(aws.calls())
        .containsExactly(
            SparkifyAws.describe("sparkify"),
            "s3 cp s3://the-lake/lake/_sparkify/runs/20261122T002121.443Z.json -");
  }

  @Test
  void findsTheLastRun() {
    Ended ended = sparkify.run("cost", "--last");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out()).isEqualTo(HOURS);
    assertThat(aws.calls())
        .containsExactly(
            SparkifyAws.describe("sparkify"),
            "s3api list-objects-v2 --bucket the-lake --prefix lake/_sparkify/runs/"
                + " --query 'Contents[].[Key]' --output text",
            "s3 cp s3://the-lake/lake/_sparkify/runs/20261122T002121.443Z.json -");
  }

  @Test
  void readsTheReportThatTheJobWrites(@TempDir Path folder) throws IOException {
    RunReport report =
        new RunReport(
            "x",
            "run",
            Outcome.UNCHANGED,
            "",
            "2018-11-30T00:00:00Z",
            1.5,
            "lake",
            List.of(),
            List.of(),
            new PlaysReport(0, 0, 0, 0),
            List.of(),
            List.of(),
            Map.of(),
            new ComputeReport(12.5, 0.25),
            false,
            List.of(),
            List.of(),
            List.of(),
            List.of());
    Path file = folder.resolve("report.json");
    new RunLog("lake", new Configuration())
        .write(report, new org.apache.hadoop.fs.Path(file.toUri()));
    aws.answers("s3 cp", Files.readString(file));

    assertThat(sparkify.run("cost", "--last").out())
        .contains("vCPU-hours        12.5\n", "memory GB-hours   0.25\n");
  }

  @Test
  void readsAReportOnOneLine() {
    aws.answers("s3 cp", "{\"compute\":{\"memoryGbHours\":0.456,\"vcpuHours\":1.2e-4}}");

    assertThat(sparkify.run("cost", "--last").out())
        .contains("hours   0.456", "hours        1.2e-4");
  }

  @Test
  void multipliesByThePricesThatItIsGiven() {
    Ended byOption = sparkify.run("cost", "--vcpu-hour-price", "0.05", "--gb-hour-price", "0.01");
    Ended byEnvironment =
        sparkify
            .with("SPARKIFY_VCPU_HOUR_PRICE", "0.05")
            .with("SPARKIFY_GB_HOUR_PRICE", "0.01")
            .with("LC_ALL", "de_DE.UTF-8")
            .run("cost");

    assertThat(byOption.out())
        .isEqualTo(HOURS + "cost              0.010710  (0.05 a vCPU-hour, 0.01 a GB-hour)\n");
    assertThat(byEnvironment.out()).isEqualTo(byOption.out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"runId\": \"x\"}",
        "{\"compute\": {\"vcpuHours\": 1.0}}",
        "{\"compute\": {\"vcpuHours\": null, \"memoryGbHours\": null}}",
        "{\"other\": {\"vcpuHours\": 1.0, \"memoryGbHours\": 1.0}}",
        ""
      })
  void saysThatTheReportDoesNotCountThem(String report) {
    aws.answers("s3 cp", report);

    Ended ended = sparkify.run("cost", "x");

    assertThat(ended.exitCode()).isEqualTo(5);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).contains("runs/x.json'", "'vcpuHours' and 'memoryGbHours'");
  }

  @Test
  void saysThatThereIsNoSuchRun() {
    aws.answers("s3 cp", Answer.failure("HeadObject operation: Not Found"));

    Ended ended = sparkify.run("cost", "x");

    assertThat(ended.exitCode()).isEqualTo(5);
    assertThat(ended.err()).contains("Not Found", "Could not read the report of the run 'x'");
  }

  @Test
  void saysThatThereWasNoRunAtAll() {
    aws.answers("s3api list-objects-v2", "None\n");

    Ended ended = sparkify.run("cost");

    assertThat(ended.exitCode()).isEqualTo(5);
    assertThat(ended.err()).contains("no reports of runs", "sparkify-aws submit");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--vcpu-hour-price=0,05", "--vcpu-hour-price=0.05", "--gb-hour-price=1"})
  void refusesHalfAPriceAndWhatIsNoNumber(String option) {
    Ended ended = sparkify.run("cost", option);

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(aws.calls()).isEmpty();
  }
}
