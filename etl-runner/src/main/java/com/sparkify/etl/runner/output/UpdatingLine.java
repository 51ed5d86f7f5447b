package com.sparkify.etl.runner.output;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The current phase and its seconds on one line that is written over, and gone at the end. A daemon
 * thread ticks until it is closed.
 */
final class UpdatingLine implements Progress {
  private static final String CLEAR = "\r\u001b[K";

  private final PrintStream err;
  private final InstantSource clock;
  private final ScheduledExecutorService ticks =
      Executors.newSingleThreadScheduledExecutor(UpdatingLine::daemon);
  private String phase = "";
  private Instant since;

  @SuppressWarnings("FutureReturnValueIgnored")
  UpdatingLine(PrintStream err, InstantSource clock) {
    this.err = err;
    this.clock = clock;
    this.since = clock.instant();
    ticks.scheduleAtFixedRate(this::show, 1, 1, TimeUnit.SECONDS);
  }

  @Override
  public synchronized void phase(String name) {
    phase = name;
    since = clock.instant();
    show();
  }

  @Override
  public synchronized void close() {
    ticks.shutdownNow();
    if (!phase.isEmpty()) {
      phase = "";
      err.print(CLEAR);
      err.flush();
    }
  }

  private synchronized void show() {
    if (!phase.isEmpty()) {
      long seconds = Duration.between(since, clock.instant()).toSeconds();
      err.print("%s%s ... %d s".formatted(CLEAR, phase, seconds));
      err.flush();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "progress");
    thread.setDaemon(true);
    return thread;
  }
}
