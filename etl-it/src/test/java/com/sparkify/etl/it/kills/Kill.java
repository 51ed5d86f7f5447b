package com.sparkify.etl.it.kills;

import com.sparkify.etl.it.Sparkify.Ended;
import com.sparkify.etl.it.Sparkify.Running;
import com.sparkify.etl.it.kills.Moment.After;
import com.sparkify.etl.it.kills.Moment.InPhase;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Watches a process until the moment at which it is to be killed. */
final class Kill {
  private static final long LOOK_EVERY_MILLIS = 2;

  private Kill() {}

  /**
   * Kills {@code running} at {@code moment}; how it ended, if it did before.
   *
   * @param stands whether the process stands still before the operation that a {@link
   *     Moment.Before} names
   */
  static Optional<Ended> at(Moment moment, Running running, BooleanSupplier stands) {
    return comes(moment, running, stands) ? killed(running) : Optional.of(running.ended());
  }

  private static Optional<Ended> killed(Running running) {
    running.kill();
    running.ended();
    return Optional.empty();
  }

  /** Waits for the moment; whether the process lives then. */
  static boolean comes(Moment moment, Running running, BooleanSupplier stands) {
    long start = System.nanoTime();
    if (moment instanceof After after) {
      return waitedFor(running, () -> isOver(after.start(), start));
    }
    if (moment instanceof InPhase in) {
      return waitedFor(running, () -> running.errSoFar().contains("  " + in.phase() + "\n"))
          && laterIn(running, in.later());
    }
    return waitedFor(running, stands);
  }

  private static boolean laterIn(Running running, Duration later) {
    long start = System.nanoTime();
    return waitedFor(running, () -> isOver(later, start));
  }

  private static boolean isOver(Duration duration, long start) {
    return System.nanoTime() - start >= duration.toNanos();
  }

  /** Whether {@code due} came while the process lived. */
  private static boolean waitedFor(Running running, BooleanSupplier due) {
    while (running.isAlive()) {
      if (due.getAsBoolean()) {
        return true;
      }
      try {
        TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    return false;
  }
}
