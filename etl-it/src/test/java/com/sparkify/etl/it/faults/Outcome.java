package com.sparkify.etl.it.faults;

import java.util.List;

/**
 * What became of a run that met with faults.
 *
 * @param struck how many requests met with one
 * @param exitCode of the run
 * @param said by the run about what went wrong; empty if it ended well
 * @param whatReaderSaw after it, in words
 * @param whatNextRunDid the one after it, without faults; in words
 * @param seconds that the run took
 * @param problems what is not as it must be; none if all is well
 */
public record Outcome(
    int struck,
    int exitCode,
    String said,
    String whatReaderSaw,
    String whatNextRunDid,
    double seconds,
    List<String> problems) {
  public Outcome {
    problems = List.copyOf(problems);
  }
}
