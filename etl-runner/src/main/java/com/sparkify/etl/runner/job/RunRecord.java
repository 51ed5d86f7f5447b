package com.sparkify.etl.runner.job;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.io.lake.Recovery;
import com.sparkify.etl.io.lake.Version;
import com.sparkify.etl.io.lake.Version.Contents;
import com.sparkify.etl.io.staging.Batch;
import com.sparkify.etl.io.storage.S3Requests;
import com.sparkify.etl.runner.job.BuildRequest.Shrink;
import com.sparkify.etl.runner.report.AreaReport;
import com.sparkify.etl.runner.report.CheckReport;
import com.sparkify.etl.runner.report.ComputeReport;
import com.sparkify.etl.runner.report.Loss;
import com.sparkify.etl.runner.report.PlaysReport;
import com.sparkify.etl.runner.report.RunReport;
import com.sparkify.etl.runner.report.RunReport.Outcome;
import com.sparkify.etl.runner.report.SourceReport;
import com.sparkify.etl.runner.report.TableReport;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What is known of a run so far; it becomes the run's report, also when the run fails. */
final class RunRecord {
  private static final DateTimeFormatter ID =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'.'SSS'Z'").withZone(ZoneOffset.UTC);

  private final String command;
  private final Instant startedAt;
  private final String lake;
  private final Phases phases;
  private final List<SourceReport> sources = new ArrayList<>();
  private final List<TableReport> tables = new ArrayList<>();
  private final List<CheckReport> checks = new ArrayList<>();
  private PlaysReport plays = new PlaysReport(0, 0, 0, 0);
  private final List<String> warnings = new ArrayList<>();
  private final List<Loss> shrunk = new ArrayList<>();
  private final List<AreaReport> areas = new ArrayList<>();
  private final List<String> steps = new ArrayList<>();
  private Shrink shrink = Shrink.STOPS;
  private Outcome outcome = Outcome.FAILED;
  private String problem = "";
  private Optional<EtlException> undone = Optional.empty();

  RunRecord(String command, Instant startedAt, String lake, Consumer<String> onPhase) {
    this.command = command;
    this.startedAt = startedAt;
    this.lake = lake;
    this.phases = new Phases(onPhase);
  }

  String id() {
    return idOf(startedAt);
  }

  /** What a run, or an export, that starts at {@code instant} is called. */
  static String idOf(Instant instant) {
    return ID.format(instant);
  }

  Instant startedAt() {
    return startedAt;
  }

  Phases phases() {
    return phases;
  }

  void staged(List<Load> loads) {
    outcome = Outcome.STAGED;
    loads.forEach(load -> sources.add(report(load)));
  }

  void unchanged(Version version) {
    outcome = Outcome.UNCHANGED;
    version
        .tables()
        .forEach(
            (name, table) ->
                tables.add(
                    new TableReport(name, table.rowCount(), table.files(), table.bytes(), 0, 0)));
  }

  void built(StarCounts built) {
    outcome = Outcome.FAILED;
    plays = built.plays();
    checks.addAll(built.checks());
  }

  void warn(List<String> more) {
    warnings.addAll(more);
  }

  void recovered(Recovery recovery) {
    String done =
        switch (recovery.way()) {
          case FINISHED -> "finished";
          case UNDONE -> "undone";
        };
    warnings.add(
        "run '%s' was cut off while it published; that was %s first"
            .formatted(recovery.runId(), done));
  }

  void asked(Shrink asked) {
    shrink = asked;
  }

  void shrunk(List<Loss> losses) {
    shrunk.addAll(losses);
  }

  void published(Version version) {
    outcome = Outcome.PUBLISHED;
    version.tables().forEach((name, table) -> tables.add(report(name, table)));
  }

  /** Something was done for the lake that leaves the rows of its tables as they were. */
  void tended(List<AreaReport> kept, List<String> done) {
    outcome = Outcome.UNCHANGED;
    areas.addAll(kept);
    did(done);
  }

  /** Steps that were done, each to follow "done". */
  void did(List<String> done) {
    steps.addAll(done);
  }

  /** Something beside the tables failed, which takes nothing back of what was done. */
  void leftUndone(EtlException failure) {
    undone = Optional.of(failure);
    warnings.add(failure.getMessage());
  }

  /** Throws what was left undone, if anything was. */
  void requireNothingUndone() {
    undone.ifPresent(
        failure -> {
          throw failure;
        });
  }

  void failed(String why) {
    outcome = Outcome.FAILED;
    problem = why;
  }

  RunReport report(Instant endedAt, S3Requests requests, ComputeReport compute) {
    double seconds = Duration.between(startedAt, endedAt).toMillis() / 1e3;
    return new RunReport(
        id(),
        command,
        outcome,
        problem,
        startedAt.toString(),
        seconds,
        lake,
        sources,
        tables,
        plays,
        checks,
        phases.done(),
        requests.counts(),
        compute,
        shrink == Shrink.ALLOWED,
        shrunk,
        warnings,
        areas,
        steps);
  }

  private static SourceReport report(Load load) {
    Batch batch = load.batch().orElse(new Batch("", List.of()));
    return new SourceReport(
        load.source(),
        load.listed().size(),
        load.pending().size(),
        batch.read(),
        batch.accepted(),
        batch.rejected(),
        batch.rejectsByReason(),
        batch.unknownFields());
  }

  private static TableReport report(String name, Contents table) {
    return new TableReport(
        name,
        table.rowCount(),
        table.files(),
        table.bytes(),
        table.filesWritten(),
        table.bytesWritten());
  }
}
