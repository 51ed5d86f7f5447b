package com.sparkify.etl.runner.spark;

import java.util.ArrayList;
import java.util.List;

/** Looks behind a failure; Spark wraps what went wrong, sometimes in checked exceptions. */
public final class Causes {
  private static final int DEEPEST = 50;

  private Causes() {}

  /** {@code failure} and what caused it, outermost first; a chain without an end is cut. */
  public static List<Throwable> of(Throwable failure) {
    List<Throwable> causes = new ArrayList<>();
    for (Throwable cause = failure;
        cause != null && causes.size() < DEEPEST;
        cause = cause.getCause()) {
      causes.add(cause);
    }
    return List.copyOf(causes);
  }

  /** {@code failure} itself, or what wraps it if it is checked. */
  public static RuntimeException unchecked(Throwable failure) {
    return failure instanceof RuntimeException unchecked
        ? unchecked
        : new IllegalStateException(failure);
  }
}
