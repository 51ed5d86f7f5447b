package com.sparkify.etl.runner.cli;

import com.sparkify.etl.runner.job.BuildRequest;
import com.sparkify.etl.runner.job.BuildRequest.Scope;
import com.sparkify.etl.runner.job.BuildRequest.Shrink;
import com.sparkify.etl.runner.job.MonthRange;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of commands that build the tables. */
final class BuildOptions {
  @Option(
      names = "--full",
      description = "Compute every month again, not only those that new rows touch.")
  private boolean full;

  @Option(
      names = "--since",
      paramLabel = "MONTH",
      converter = MonthConverter.class,
      description =
          "Compute the months from this one on again, such as 2018-11, besides those that new rows"
              + " touch.")
  private Optional<YearMonth> since = Optional.empty();

  @Option(
      names = "--until",
      paramLabel = "MONTH",
      converter = MonthConverter.class,
      description = "Compute the months up to and with this one again.")
  private Optional<YearMonth> until = Optional.empty();

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
        since.isPresent() || until.isPresent()
            ? Optional.of(new MonthRange(since, until))
            : Optional.empty(),
        allowShrink ? Shrink.ALLOWED : Shrink.STOPS,
        report);
  }
}
