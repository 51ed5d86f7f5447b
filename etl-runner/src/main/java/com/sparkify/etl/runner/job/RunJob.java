package com.sparkify.etl.runner.job;

import com.google.inject.Inject;

/** To be written. */
public final class RunJob {
  @Inject
  RunJob() {}

  @SuppressWarnings("DoNotCallSuggester")
  public void run(BuildRequest request) {
    throw new UnsupportedOperationException("not yet");
  }
}
