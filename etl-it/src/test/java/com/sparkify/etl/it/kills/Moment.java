package com.sparkify.etl.it.kills;

import java.time.Duration;
import java.util.regex.Pattern;

/** When a run is killed. */
public sealed interface Moment {

  /** So long after its process was started. */
  record After(Duration start) implements Moment {}

  /** So long after it said that a phase begins. */
  record InPhase(String phase, Duration later) implements Moment {}

  /**
   * Before an operation on a file, or before a request to a server.
   *
   * @param operation what it is, with its path or key: {@code DELETE .*publish[.]json}
   * @param passed how many of them come to pass before
   */
  record Before(Pattern operation, int passed) implements Moment {}

  static Moment after(Duration start) {
    return new After(start);
  }

  static Moment inPhase(String phase) {
    return new InPhase(phase, Duration.ZERO);
  }

  static Moment before(String operation) {
    return before(operation, 0);
  }

  static Moment before(String operation, int passed) {
    return new Before(Pattern.compile(operation), passed);
  }
}
