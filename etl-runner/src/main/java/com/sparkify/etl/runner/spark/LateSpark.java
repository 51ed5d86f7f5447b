package com.sparkify.etl.runner.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * A session that is opened when it is first asked for: a command that finds nothing to do needs
 * none, and to open one takes seconds. Whoever made it closes it.
 */
public final class LateSpark implements Supplier<SparkSession>, AutoCloseable {
  private final Supplier<SparkSession> opening;
  private final List<Consumer<SparkSession>> waiting = new ArrayList<>();
  private @Nullable SparkSession session;

  public LateSpark(Supplier<SparkSession> opening) {
    this.opening = opening;
  }

  @Override
  public synchronized SparkSession get() {
    SparkSession open = session;
    if (open == null) {
      open = opening.get();
      session = open;
      for (Consumer<SparkSession> work : waiting) {
        work.accept(open);
      }
    }
    return open;
  }

  /** Has {@code work} done with the session as soon as it is open. */
  public synchronized void whenOpen(Consumer<SparkSession> work) {
    SparkSession open = session;
    if (open == null) {
      waiting.add(work);
    } else {
      work.accept(open);
    }
  }

  /** Stops the session if it was opened. */
  @Override
  public synchronized void close() {
    if (session != null) {
      session.stop();
    }
  }
}
