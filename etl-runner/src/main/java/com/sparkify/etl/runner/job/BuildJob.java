package com.sparkify.etl.runner.job;

import com.google.inject.Inject;

/** Builds, checks and publishes the tables from what is staged. */
public final class BuildJob {
  private final Reporting reporting;
  private final Builder builder;

  @Inject
  BuildJob(Reporting reporting, Builder builder) {
    this.reporting = reporting;
    this.builder = builder;
  }

  public void run(BuildRequest request) {
    reporting.report("build", request.report(), (run, held) -> builder.build(request, run, held));
  }
}
