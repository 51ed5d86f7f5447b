package com.sparkify.etl.runner.config;

/**
 * The song files.
 *
 * @param path their root: a local path or one with a scheme
 */
public record SongsSource(String path) {
  public SongsSource {
    Checks.requirePath(path);
  }
}
