package com.sparkify.etl.runner.cli;

import com.sparkify.etl.runner.job.BuildRequest;
import com.sparkify.etl.runner.job.BuildRequest.Scope;
import com.sparkify.etl.runner.job.BuildRequest.Shrink;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of commands that build the tables. */
final class BuildOptions {
  @Option(
      names = "--full",
      description = "Compute every month again, not only those that new rows touch.")
  private boolean full;

  @Option(
      names = "--allow-shrink",
      description =
          "Publish even if a table or a month loses more rows than sparkify.guard.max-shrink.")
  private boolean allowShrink;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write the report of the run there too, as JSON.")
  private Optional<Path> report = Optional.empty();

  BuildRequest request() {
    return new BuildRequest(
        full ? Scope.EVERYTHING : Scope.WHAT_CHANGED,
        allowShrink ? Shrink.ALLOWED : Shrink.STOPS,
        report);
  }
}
