package com.sparkify.etl.it;

import java.util.List;
import java.util.OptionalDouble;

/** The value in the middle. */
public final class Median {
  private Median() {}

  /** The median of {@code values}, of which each may be missing; empty if one is or none are. */
  public static OptionalDouble of(List<OptionalDouble> values) {
    if (values.isEmpty() || values.stream().anyMatch(OptionalDouble::isEmpty)) {
      return OptionalDouble.empty();
    }
    double[] sorted = values.stream().mapToDouble(OptionalDouble::getAsDouble).sorted().toArray();
    int middle = sorted.length / 2;
    return OptionalDouble.of(
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2);
  }
}
