package com.sparkify.etl.runner.job;

import static java.util.Objects.requireNonNull;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.runner.output.OutputFormat;
import java.util.Optional;

/**
 * Which rejected lines to show.
 *
 * @param reason the only reason to show; empty for all
 * @param export the folder to which all of them are written instead; empty to show them
 * @param limit how many lines at most
 */
public record RejectsRequest(
    Optional<String> reason, Optional<String> export, int limit, OutputFormat format) {
  public RejectsRequest {
    requireNonNull(reason, "reason");
    requireNonNull(export, "export");
    requireNonNull(format, "format");
    if (limit < 1) {
      throw new EtlException(
          Kind.CONFIG, "--limit is '%d'; expected 1 or more, for example 20".formatted(limit));
    }
  }
}
