package com.sparkify.etl.runner.config;

import static java.util.Objects.requireNonNull;

/**
 * What a run may do to the tables that are published.
 *
 * @param maxShrink the share of its rows that a table, or a month of one, may lose
 */
public record GuardSettings(Share maxShrink) {
  public GuardSettings {
    requireNonNull(maxShrink, "maxShrink");
  }
}
