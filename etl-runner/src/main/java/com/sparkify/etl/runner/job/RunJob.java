package com.sparkify.etl.runner.job;

import com.google.inject.Inject;
import java.nio.file.Path;
import java.util.Optional;

/** Stages new files, then builds, checks and publishes the tables. */
public final class RunJob {
  private final Reporting reporting;
  private final Stager stager;
  private final Builder builder;

  @Inject
  RunJob(Reporting reporting, Stager stager, Builder builder) {
    this.reporting = reporting;
    this.stager = stager;
    this.builder = builder;
  }

  /**
   * @param copy where the report is written besides the lake
   */
  public void run(Rebuild rebuild, Optional<Path> copy) {
    reporting.report(
        "run",
        copy,
        run -> {
          run.staged(stager.stage(run.phases()));
          builder.build(rebuild, run);
        });
  }
}
