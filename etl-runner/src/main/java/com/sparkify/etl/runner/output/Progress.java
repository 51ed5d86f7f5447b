package com.sparkify.etl.runner.output;

import java.io.PrintStream;
import java.time.InstantSource;

/** Tells whoever waits what is being done. */
@FunctionalInterface
public interface Progress extends AutoCloseable {

  /** The phase before is over, and {@code name} begins, such as {@code "publish songplays"}. */
  void phase(String name);

  /** The last phase is over. */
  @Override
  default void close() {}

  /** A line that is updated every second, for a terminal. */
  static Progress updating(PrintStream err, InstantSource clock) {
    return new UpdatingLine(err, clock);
  }

  /** A line for each phase, for a log file. */
  static Progress lines(PrintStream err, InstantSource clock) {
    return new PhaseLines(err, clock);
  }
}
