package com.sparkify.etl.io.synthetic;

/**
 * When a listener pays: always, never, or from or until one moment.
 *
 * @param changeVisit second at which the visit begins in which the listener changes level
 * @param pace seconds between the pages that lead to the change
 */
record Subscription(boolean paidFirst, boolean changes, long changeVisit, int pace) {
  private static final double LATEST_CHANGE = 0.4;
  private static final int PAGES_UNTIL_CHANGE = 2;

  /** The subscription of listener {@code index}; listener 0 comes most often. */
  static Subscription of(SyntheticSpec spec, int index) {
    Draws draws = spec.draws(Subject.SUBSCRIPTION, index);
    int changeDay = draws.below(1 + (int) (spec.days() * LATEST_CHANGE));
    long changeVisit = spec.startOf(changeDay) + draws.below(72_000);
    boolean changes = upgrades(index) || downgrades(index);
    boolean paidFirst = index % 6 == 5;
    return new Subscription(
        paidFirst, changes && index < lastToChange(spec), changeVisit, 15 + draws.below(90));
  }

  /** The index from which on no listener changes: a log of few visits has few changes. */
  static int lastToChange(SyntheticSpec spec) {
    return (int) Math.min(spec.users(), 12 + spec.visits() / 8);
  }

  /** Whether the listener pays at {@code second}; a change holds from the second after it. */
  boolean isPaidAt(long second) {
    boolean changed = changes && second > changeVisit + (long) PAGES_UNTIL_CHANGE * pace;
    return paidFirst != changed;
  }

  private static boolean upgrades(int index) {
    return index % 12 == 1;
  }

  private static boolean downgrades(int index) {
    return index % 96 == 53;
  }
}
