package com.sparkify.etl.runner.output;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** One line as a phase begins, with the seconds since the command began. */
final class PhaseLines implements Progress {
  private final PrintStream err;
  private final InstantSource clock;
  private final Instant start;

  PhaseLines(PrintStream err, InstantSource clock) {
    this.err = err;
    this.clock = clock;
    this.start = clock.instant();
  }

  @Override
  public void phase(String name) {
    err.print(
        "sparkify: %4d s  %s\n"
            .formatted(Duration.between(start, clock.instant()).toSeconds(), name));
    err.flush();
  }
}
