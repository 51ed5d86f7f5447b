package com.sparkify.etl.runner.job;

import com.google.inject.Inject;
import java.nio.file.Path;
import java.util.Optional;

/** Builds, checks and publishes the tables from what is staged. */
public final class BuildJob {
  private final Reporting reporting;
  private final Builder builder;

  @Inject
  BuildJob(Reporting reporting, Builder builder) {
    this.reporting = reporting;
    this.builder = builder;
  }

  /**
   * @param copy where the report is written besides the lake
   */
  public void run(Rebuild rebuild, Optional<Path> copy) {
    reporting.report("build", copy, run -> builder.build(rebuild, run));
  }
}
