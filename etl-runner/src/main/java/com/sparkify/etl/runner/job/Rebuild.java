package com.sparkify.etl.runner.job;

/** How much of the tables a build makes anew. */
public enum Rebuild {
  /** What new or changed files can have changed. */
  CHANGES,
  /** Everything. */
  ALL
}
