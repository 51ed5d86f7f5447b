package com.sparkify.etl.runner.job;

import com.google.inject.Inject;

/** To be written. */
public final class CheckJob {
  @Inject
  CheckJob() {}

  @SuppressWarnings("DoNotCallSuggester")
  public void check() {
    throw new UnsupportedOperationException("not yet");
  }
}
