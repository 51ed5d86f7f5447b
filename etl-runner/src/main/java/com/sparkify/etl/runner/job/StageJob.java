package com.sparkify.etl.runner.job;

import com.google.inject.Inject;
import java.util.Optional;

/** Stages new files, and leaves the tables as they are. */
public final class StageJob {
  private final Reporting reporting;
  private final Stager stager;

  @Inject
  StageJob(Reporting reporting, Stager stager) {
    this.reporting = reporting;
    this.stager = stager;
  }

  public void run() {
    reporting.report(
        "stage", Optional.empty(), (run, held) -> run.staged(stager.stage(run.phases())));
  }
}
