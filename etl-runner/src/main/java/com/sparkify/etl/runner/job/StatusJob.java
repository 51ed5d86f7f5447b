package com.sparkify.etl.runner.job;

import com.google.inject.Inject;

/** To be written. */
public final class StatusJob {
  @Inject
  StatusJob() {}

  @SuppressWarnings("DoNotCallSuggester")
  public void show() {
    throw new UnsupportedOperationException("not yet");
  }
}
