package com.sparkify.etl.runner.job;

import com.google.inject.Inject;

/** To be written. */
public final class GenerateJob {
  @Inject
  GenerateJob() {}

  public void generate(GenerateRequest request) {
    if (request.days() > 0) throw new UnsupportedOperationException("not yet");
  }
}
