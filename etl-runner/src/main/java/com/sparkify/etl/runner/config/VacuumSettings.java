package com.sparkify.etl.runner.config;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * What a vacuum leaves.
 *
 * @param keepReports the age up to which reports are kept
 */
public record VacuumSettings(Duration keepReports) {
  public VacuumSettings {
    requireNonNull(keepReports, "keepReports");
  }
}
