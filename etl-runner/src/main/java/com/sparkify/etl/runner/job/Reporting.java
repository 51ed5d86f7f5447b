package com.sparkify.etl.runner.job;

import com.google.inject.Inject;
import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.io.lake.Held;
import com.sparkify.etl.io.lake.LakeLock;
import com.sparkify.etl.io.storage.S3Requests;
import com.sparkify.etl.runner.config.LakeSettings;
import com.sparkify.etl.runner.output.Progress;
import com.sparkify.etl.runner.output.Streams;
import com.sparkify.etl.runner.report.ReportPrinter;
import com.sparkify.etl.runner.report.RunLog;
import com.sparkify.etl.runner.report.RunReport;
import com.sparkify.etl.runner.spark.ComputeMeter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** Sees to it that a run has the lake to itself, and leaves a report, also one that fails. */
final class Reporting {
  private final Clock clock;
  private final LakeSettings lake;
  private final LakeLock lock;
  private final RunLog runs;
  private final Progress progress;
  private final Streams streams;
  private final Usage usage;

  @Inject
  Reporting(
      Clock clock,
      LakeSettings lake,
      LakeLock lock,
      RunLog runs,
      Progress progress,
      Streams streams,
      Usage usage) {
    this.clock = clock;
    this.lake = lake;
    this.lock = lock;
    this.runs = runs;
    this.progress = progress;
    this.streams = streams;
    this.usage = usage;
  }

  /**
   * Does {@code work} while it holds the lake, keeps its report there, and prints it. What the work
   * left undone is thrown after that.
   *
   * @param copy where the report is written besides the lake
   */
  void report(String command, Optional<Path> copy, BiConsumer<RunRecord, Held> work) {
    S3Requests before = usage.s3Requests();
    RunRecord run = new RunRecord(command, clock.instant(), lake.path(), progress::phase);
    try (ComputeMeter meter = usage.meter()) {
      Supplier<RunReport> finished =
          () -> run.report(clock.instant(), usage.s3Requests().since(before), meter.soFar());
      try (Held held = lock.claim(run.id())) {
        work.accept(run, held);
      } catch (RuntimeException failure) {
        run.failed(String.valueOf(failure.getMessage()));
        keepAfter(failure, finished, copy);
        throw failure;
      }
      RunReport report = finished.get();
      String kept = keep(report, copy);
      progress.close();
      ReportPrinter.print(report, kept, streams.out());
      run.requireNothingUndone();
    }
  }

  private void keepAfter(
      RuntimeException failure, Supplier<RunReport> finished, Optional<Path> copy) {
    try {
      keep(finished.get(), copy);
    } catch (EtlException unwritable) {
      failure.addSuppressed(unwritable);
    }
  }

  private String keep(RunReport report, Optional<Path> copy) {
    copy.ifPresent(file -> runs.write(report, new org.apache.hadoop.fs.Path(file.toUri())));
    return runs.keep(report);
  }
}
