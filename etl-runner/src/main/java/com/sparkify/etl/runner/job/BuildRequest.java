package com.sparkify.etl.runner.job;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What to build.
 *
 * @param shrink what becomes of a build that loses more rows than the settings allow
 * @param report the file that gets a copy of the run report; empty for none
 */
public record BuildRequest(Scope scope, Shrink shrink, Optional<Path> report) {

  /** Which part of the tables is computed again. */
  public enum Scope {
    /** The months that new rows touch. */
    WHAT_CHANGED,
    /** All months. */
    EVERYTHING
  }

  /** What becomes of a build in which tables lose more rows than the settings allow. */
  public enum Shrink {
    /** It is not published. */
    STOPS,
    /** It is published all the same. */
    ALLOWED
  }

  public BuildRequest {
    requireNonNull(scope, "scope");
    requireNonNull(shrink, "shrink");
    requireNonNull(report, "report");
  }
}
