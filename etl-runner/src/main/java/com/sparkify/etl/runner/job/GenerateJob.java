package com.sparkify.etl.runner.job;

import com.google.inject.Inject;

/** To be written. */
public final class GenerateJob {
  @Inject
  GenerateJob() {}

  @SuppressWarnings("DoNotCallSuggester")
  public void generate(GenerateRequest request) {
    throw new UnsupportedOperationException("not yet");
  }
}
