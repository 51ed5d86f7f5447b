package com.sparkify.etl.runner.config;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;

/**
 * How Spark is opened.
 *
 * @param master empty for the one that spark-submit gives, or all cores of this machine
 * @param conf further settings of Spark by their full names
 */
public record SparkSettings(Optional<String> master, Map<String, String> conf) {
  public SparkSettings {
    requireNonNull(master, "master");
    conf = Map.copyOf(conf);
  }
}
