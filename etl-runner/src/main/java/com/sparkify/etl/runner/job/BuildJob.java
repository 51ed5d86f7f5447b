package com.sparkify.etl.runner.job;

import com.google.inject.Inject;

/** To be written. */
public final class BuildJob {
  @Inject
  BuildJob() {}

  @SuppressWarnings("DoNotCallSuggester")
  public void build(BuildRequest request) {
    throw new UnsupportedOperationException("not yet");
  }
}
