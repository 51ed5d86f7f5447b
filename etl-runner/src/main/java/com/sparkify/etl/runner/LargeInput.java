package com.sparkify.etl.runner;

import java.util.function.LongSupplier;

/**
 * Hands a command with much input over to a Java that suits it.
 *
 * <p>The launcher starts a Java that is ready soon: one compiler that compiles little, one thread
 * that collects garbage. Over millions of rows another one is faster, which a running Java cannot
 * become.
 */
final class LargeInput {
  /** About where the two take the same time on two cores. */
  private static final long MANY_ROWS = 2_000_000;

  private final SecondStart secondStart;

  LargeInput(SecondStart secondStart) {
    this.secondStart = secondStart;
  }

  /** Returns if this is the Java for {@code rows} rows; else it ends as the other one does. */
  void handOver(LongSupplier rows) {
    if (secondStart.isPossible() && rows.getAsLong() > MANY_ROWS) {
      secondStart.with("SPARKIFY_INPUT", "large", "for much input");
    }
  }
}
