package com.sparkify.etl.runner.config;

import java.util.Optional;

/**
 * The log files.
 *
 * @param path their root: a local path or one with a scheme
 * @param jsonPaths the file that says where each field is; empty if the fields have their own names
 */
public record EventsSource(String path, Optional<String> jsonPaths) {
  public EventsSource {
    Checks.requirePath(path);
    jsonPaths.ifPresent(Checks::requirePath);
  }
}
