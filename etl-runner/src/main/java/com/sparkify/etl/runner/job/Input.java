package com.sparkify.etl.runner.job;

/** What a job reads. */
public enum Input {
  /** Nothing of what the settings name. */
  NONE,
  /** The lake. */
  LAKE,
  /** The files of the sources that are not staged. */
  NEW_FILES,
  /** The same, and what of the lake changes with them. */
  CHANGES,
  /** The files of the sources that are not staged, and the lake. */
  SOURCES
}
