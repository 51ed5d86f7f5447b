package com.sparkify.etl.runner.job;

import com.google.inject.Inject;

/** To be written. */
public final class RejectsJob {
  @Inject
  RejectsJob() {}

  @SuppressWarnings("DoNotCallSuggester")
  public void show(RejectsRequest request) {
    throw new UnsupportedOperationException("not yet");
  }
}
