package com.sparkify.etl.runner.config;

/** What every path of a configuration keeps. */
final class Checks {
  private Checks() {}

  /**
   * {@code path}, which is not blank.
   *
   * @throws IllegalArgumentException if it is blank
   */
  static String requirePath(String path) {
    if (path.isBlank()) {
      throw new IllegalArgumentException("a path is blank");
    }
    return path;
  }
}
