package com.sparkify.etl.runner.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.io.storage.S3Requests.Operation;
import com.sparkify.etl.runner.report.RunReport.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLogTest {
  private final Path lake;
  private final RunLog runs;

  RunLogTest(@TempDir Path lake) {
    this.lake = lake;
    this.runs = new RunLog(lake.toString(), new Configuration());
  }

  @Test
  void givesBackTheLatestReportsNewestFirst() {
    for (String id :
        List.of("20181101T000000.000Z", "20181103T000000.000Z", "20181102T000000.000Z")) {
      runs.keep(report(id));
    }

    assertThat(runs.latest(2))
        .containsExactly(report("20181103T000000.000Z"), report("20181102T000000.000Z"));
  }

  @Test
  void aLakeWithoutRunsHasNoReports() {
    assertThat(runs.latest(5)).isEmpty();
  }

  @Test
  void saysTheMatchRateInJson() throws IOException {
    runs.keep(report("one"));

    assertThat(Files.readString(lake.resolve("_sparkify/runs/one.json")))
        .contains("\"matchRate\" : 0.3")
        .contains("\"rejectsByReason\" : {")
        .contains("\"malformed-json\" : 1");
  }

  @Test
  void readsAReportThatAnOlderProgramWrote() throws IOException {
    runs.keep(report("one"));
    String written = Files.readString(lake.resolve("_sparkify/runs/one.json"));
    int guards = written.indexOf(",\n  \"shrinkAllowed\"");
    Files.writeString(lake.resolve("_sparkify/runs/two.json"), written.substring(0, guards) + "}");

    RunReport read = runs.latest(1).get(0);

    assertThat(read.shrinkAllowed()).isFalse();
    assertThat(read.shrunk()).isEmpty();
    assertThat(read.warnings()).isEmpty();
  }

  private static RunReport report(String id) {
    return new RunReport(
        id,
        "run",
        Outcome.PUBLISHED,
        "",
        "2018-11-30T00:00:00Z",
        1.5,
        "lake",
        List.of(
            new SourceReport(
                "events", 1, 1, 10, 9, 1, Map.of("malformed-json", 1L), Map.of("mood", 2L))),
        List.of(new TableReport("users", 2, 1, 100, 1, 100)),
        new PlaysReport(2, 1, 7, 1),
        List.of(new CheckReport("users: one row per user_id", 0, List.of())),
        List.of(new PhaseReport("publish", 0.5)),
        Map.of(Operation.GET, 12L),
        new ComputeReport(0.5, 1.5),
        true,
        List.of(new Loss("time", "2018-11", 10, 4, List.of("{}"))),
        List.of("the newest event is old"),
        List.of(new AreaReport("runs", 2, 100, 1, 50)),
        List.of("remove 1 old reports"));
  }
}
