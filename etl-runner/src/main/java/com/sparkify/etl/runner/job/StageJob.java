package com.sparkify.etl.runner.job;

import com.google.inject.Inject;

/** To be written. */
public final class StageJob {
  @Inject
  StageJob() {}

  @SuppressWarnings("DoNotCallSuggester")
  public void stage() {
    throw new UnsupportedOperationException("not yet");
  }
}
