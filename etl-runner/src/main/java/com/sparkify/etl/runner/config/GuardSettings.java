package com.sparkify.etl.runner.config;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * What stops a run whose rows hold what they promise, and what is warned of.
 *
 * @param maxShrink the share of its rows that a table, or a month of one, may lose
 * @param minMatchRate the share of plays that must find their song; empty if any will do
 * @param maxAge the age of the newest event above which a run warns; empty if any will do
 */
public record GuardSettings(
    Share maxShrink, Optional<Share> minMatchRate, Optional<Duration> maxAge) {
  public GuardSettings {
    requireNonNull(maxShrink, "maxShrink");
    requireNonNull(minMatchRate, "minMatchRate");
    requireNonNull(maxAge, "maxAge");
  }
}
