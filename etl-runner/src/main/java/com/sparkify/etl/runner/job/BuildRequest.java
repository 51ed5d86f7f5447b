package com.sparkify.etl.runner.job;

import static java.util.Objects.requireNonNull;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What to build.
 *
 * @param again months that are computed again besides; empty for none
 * @param shrink what becomes of a build that loses more rows than the settings allow
 * @param report the file that gets a copy of the run report; empty for none
 */
public record BuildRequest(
    Scope scope, Optional<MonthRange> again, Shrink shrink, Optional<Path> report) {

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
    requireNonNull(again, "again");
    requireNonNull(shrink, "shrink");
    requireNonNull(report, "report");
    if (scope == Scope.EVERYTHING && again.isPresent()) {
      throw new EtlException(
          Kind.CONFIG,
          "--full builds every month, --since and --until only some; give one or the other");
    }
  }

  /** What is read for it by a run, which stages what is new first. */
  public Input reads() {
    return scope == Scope.WHAT_CHANGED && again.isEmpty() ? Input.CHANGES : Input.SOURCES;
  }
}
