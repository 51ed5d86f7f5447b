package com.sparkify.etl.runner.cli;

import com.sparkify.etl.runner.job.BuildJob;
import com.sparkify.etl.runner.job.BuildRequest;
import com.sparkify.etl.runner.job.BuildRequest.Scope;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sparkify build}. */
@CommandLine.Command(
    name = "build",
    description = {
      "Build the tables of what is staged, check them, and publish them.",
      "A check that fails publishes nothing."
    },
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {"  sparkify build --full --set sparkify.songplays.match=title-artist-duration"})
final class BuildCommand implements Command {
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
    launch.withSpark(settings.overrides(), BuildJob.class, job -> job.build(request));
  }
}
