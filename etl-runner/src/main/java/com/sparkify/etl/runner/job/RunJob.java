package com.sparkify.etl.runner.job;

import com.google.inject.Inject;

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

  public void run(BuildRequest request) {
    reporting.report(
        "run",
        request.report(),
        (run, held) -> {
          run.staged(stager.stage(run.phases()));
          builder.build(request, run, held);
        });
  }
}
