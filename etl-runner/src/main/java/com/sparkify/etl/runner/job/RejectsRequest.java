package com.sparkify.etl.runner.job;

import static java.util.Objects.requireNonNull;

import com.sparkify.etl.runner.output.OutputFormat;
import java.util.Optional;

/**
 * Which rejected lines to show.
 *
 * @param reason the only reason to show; empty for all
 * @param export the folder to which all of them are written instead; empty to show them
 * @param limit how many lines at most, from 1
 */
public record RejectsRequest(
    Optional<String> reason, Optional<String> export, int limit, OutputFormat format) {
  public RejectsRequest {
    requireNonNull(reason, "reason");
    requireNonNull(export, "export");
    requireNonNull(format, "format");
  }
}
