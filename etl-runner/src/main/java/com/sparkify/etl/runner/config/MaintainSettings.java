package com.sparkify.etl.runner.config;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * What maintenance of tables that keep their versions aims at.
 *
 * @param fileBytes the size that data files should have
 * @param keepVersions so many of the newest versions stay, whatever their age
 * @param keepFor versions that are younger stay
 * @param orphansAfter the age from which files that no version names are removed
 */
public record MaintainSettings(
    long fileBytes, int keepVersions, Duration keepFor, Duration orphansAfter) {
  /** A writer at work has files that no version names yet. */
  private static final Duration WRITING = Duration.ofDays(1);

  public MaintainSettings {
    requireNonNull(keepFor, "keepFor");
    requireSafe(orphansAfter);
    if (fileBytes < 1 || keepVersions < 1) {
      throw new IllegalArgumentException(
          "%d bytes a file, %d versions".formatted(fileBytes, keepVersions));
    }
  }

  /**
   * {@code orphansAfter}, which no writer at work needs.
   *
   * @throws IllegalArgumentException if it is less than a day
   */
  static Duration requireSafe(Duration orphansAfter) {
    if (orphansAfter.compareTo(WRITING) < 0) {
      throw new IllegalArgumentException("%s is less than a day".formatted(orphansAfter));
    }
    return orphansAfter;
  }
}
