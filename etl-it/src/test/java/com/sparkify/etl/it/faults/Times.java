package com.sparkify.etl.it.faults;

/**
 * Which requests of a kind it meets, counted from 1: the one at {@code from}, and the next ones of
 * the same key until it were {@code count}; or every one.
 */
record Times(int from, int count) {
  private static final int FOR_EVER = Integer.MAX_VALUE;

  static Times once(int at) {
    return new Times(at, 1);
  }

  static Times inARow(int from, int count) {
    return new Times(from, count);
  }

  static Times always() {
    return new Times(1, FOR_EVER);
  }

  boolean isAlways() {
    return count == FOR_EVER;
  }

  @Override
  public String toString() {
    if (isAlways()) {
      return "always";
    }
    return count == 1 ? "once (no. %d)".formatted(from) : "%d in a row".formatted(count);
  }
}
