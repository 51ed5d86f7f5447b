package com.sparkify.etl.runner.cli;

import com.sparkify.etl.runner.job.StatusJob;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** {@code sparkify status}. */
@CommandLine.Command(
    name = "status",
    description = {"Show what is staged, what waits, the days without logs and the last runs."},
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {"  sparkify status"})
final class StatusCommand implements Command {
  @Mixin CommonOptions common = new CommonOptions();
  @Mixin private SettingsOptions settings = new SettingsOptions();

  @Override
  public void execute(Launch launch) {
    launch.withSettings(settings.overrides(), StatusJob.class, StatusJob::show);
  }
}
