package com.sparkify.etl.runner.job;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What to build.
 *
 * @param report the file that gets a copy of the run report; empty for none
 */
public record BuildRequest(Scope scope, Optional<Path> report) {

  /** Which part of the tables is computed again. */
  public enum Scope {
    /** The months that new rows touch. */
    WHAT_CHANGED,
    /** All months. */
    EVERYTHING
  }

  public BuildRequest {
    requireNonNull(scope, "scope");
    requireNonNull(report, "report");
  }
}
