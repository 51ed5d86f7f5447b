package com.sparkify.etl.it.faults;

import com.sparkify.etl.it.s3.proxy.Fate;
import java.time.Duration;

/** What goes wrong with a request. */
enum Mishap {
  BUSY("503", Fate.slowDown()),
  BROKEN("500", Fate.internalError()),
  RESET("reset", Fate.reset()),
  STALL("stall", stalled()),
  DONE_BUSY("done, then 503", Fate.unheard(Fate.slowDown())),
  DONE_BROKEN("done, then 500", Fate.unheard(Fate.internalError())),
  DONE_RESET("done, then reset", Fate.unheard(Fate.reset())),
  DONE_STALL("done, then stall", Fate.unheard(stalled()));

  private final String words;
  private final Fate fate;

  Mishap(String words, Fate fate) {
    this.words = words;
    this.fate = fate;
  }

  /** For longer than the product waits for an answer. */
  private static Fate.Trouble stalled() {
    return Fate.stalled(Duration.ofSeconds(20));
  }

  Fate fate() {
    return fate;
  }

  /** Whether it takes the product long to notice. */
  boolean isSlow() {
    return this == STALL || this == DONE_STALL;
  }

  @Override
  public String toString() {
    return words;
  }
}
