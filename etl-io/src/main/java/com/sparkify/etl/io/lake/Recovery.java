package com.sparkify.etl.io.lake;

/**
 * What was done about a publish that was cut off.
 *
 * @param runId the run whose publish it was
 */
public record Recovery(String runId, Way way) {

  /** To which version the tables were brought. */
  public enum Way {
    /** To that of the run. */
    FINISHED,
    /** To the one before. */
    UNDONE
  }
}
