package com.sparkify.etl.runner.cli;

import com.sparkify.etl.runner.job.BuildRequest;
import com.sparkify.etl.runner.job.BuildRequest.Scope;
import com.sparkify.etl.runner.job.RunJob;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sparkify run}. */
@CommandLine.Command(
    name = "run",
    description = {
      "Stage what is new, build the tables, check them, and publish them.",
      "A check that fails publishes nothing."
    },
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  sparkify run",
      "  sparkify run --songs s3a://bucket/song_data --events s3a://bucket/log_data --lake s3a://bucket/lake",
      "  sparkify run --full --report report.json"
    })
final class RunCommand implements Command {
  @Mixin CommonOptions common = new CommonOptions();
  @Mixin private SettingsOptions settings = new SettingsOptions();

  @Option(
      names = "--full",
      description = "Compute every month again, not only those that new rows touch.")
  private boolean full;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write the report of the run there too, as JSON.")
  private Optional<Path> report = Optional.empty();

  @Override
  public void execute(Launch launch) {
    Scope scope = full ? Scope.EVERYTHING : Scope.WHAT_CHANGED;
    BuildRequest request = new BuildRequest(scope, report);
    launch.withSpark(settings.overrides(), RunJob.class, job -> job.run(request));
  }
}
