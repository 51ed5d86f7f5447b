package com.sparkify.etl.it.faults;

import com.sparkify.etl.it.s3.proxy.Fate;
import com.sparkify.etl.it.s3.proxy.Fate.Trouble;
import java.time.Duration;

/** What goes wrong with a request. */
enum Mishap {
  BUSY("503"),
  BROKEN("500"),
  RESET("reset"),
  STALL("stall"),
  DONE_BUSY("done, then 503"),
  DONE_BROKEN("done, then 500"),
  DONE_RESET("done, then reset"),
  DONE_STALL("done, then stall");

  /** Longer than the product waits for an answer. */
  private static final Duration SILENCE = Duration.ofSeconds(20);

  private final String words;

  Mishap(String words) {
    this.words = words;
  }

  Fate fate() {
    Trouble trouble =
        switch (this) {
          case BUSY, DONE_BUSY -> Fate.slowDown();
          case BROKEN, DONE_BROKEN -> Fate.internalError();
          case RESET, DONE_RESET -> Fate.reset();
          case STALL, DONE_STALL -> Fate.stalled(SILENCE);
        };
    return switch (this) {
      case BUSY, BROKEN, RESET, STALL -> trouble;
      case DONE_BUSY, DONE_BROKEN, DONE_RESET, DONE_STALL -> Fate.unheard(trouble);
    };
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
