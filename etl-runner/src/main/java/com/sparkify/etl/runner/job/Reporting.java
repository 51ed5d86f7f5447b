package com.sparkify.etl.runner.job;

import com.google.inject.Inject;
import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.io.storage.S3Requests;
import com.sparkify.etl.runner.config.LakeSettings;
import com.sparkify.etl.runner.output.Progress;
import com.sparkify.etl.runner.output.Streams;
import com.sparkify.etl.runner.report.ReportPrinter;
import com.sparkify.etl.runner.report.RunLog;
import com.sparkify.etl.runner.report.RunReport;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;

/** Sees to it that every run leaves a report, also one that fails. */
final class Reporting {
  private final Clock clock;
  private final LakeSettings lake;
  private final RunLog runs;
  private final Progress progress;
  private final Streams streams;
  private final Usage usage;

  @Inject
  Reporting(
      Clock clock,
      LakeSettings lake,
      RunLog runs,
      Progress progress,
      Streams streams,
      Usage usage) {
    this.clock = clock;
    this.lake = lake;
    this.runs = runs;
    this.progress = progress;
    this.streams = streams;
    this.usage = usage;
  }

  /**
   * Does {@code work}, keeps its report in the lake, and prints it.
   *
   * @param copy where the report is written besides the lake
   */
  void report(String command, Optional<Path> copy, Consumer<RunRecord> work) {
    S3Requests before = usage.s3Requests();
    RunRecord run = new RunRecord(command, clock.instant(), lake.path(), progress::phase);
    try {
      work.accept(run);
    } catch (RuntimeException failure) {
      run.failed(String.valueOf(failure.getMessage()));
      keepAfter(failure, run, before, copy);
      throw failure;
    }
    RunReport report = finished(run, before);
    String kept = keep(report, copy);
    progress.close();
    ReportPrinter.print(report, kept, streams.out());
  }

  private void keepAfter(
      RuntimeException failure, RunRecord run, S3Requests before, Optional<Path> copy) {
    try {
      keep(finished(run, before), copy);
    } catch (EtlException unwritable) {
      failure.addSuppressed(unwritable);
    }
  }

  private RunReport finished(RunRecord run, S3Requests before) {
    return run.report(clock.instant(), usage.s3Requests().since(before), usage.compute());
  }

  private String keep(RunReport report, Optional<Path> copy) {
    copy.ifPresent(file -> runs.write(report, new org.apache.hadoop.fs.Path(file.toUri())));
    return runs.keep(report);
  }
}
