package com.sparkify.etl.runner.cli;

import com.sparkify.etl.runner.job.Input;
import com.sparkify.etl.runner.job.StageJob;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** {@code sparkify stage}. */
@CommandLine.Command(
    name = "stage",
    description = {
      "Read the files that are new or changed, and keep every line of them.",
      "The tables stay as they are until the next 'build'."
    },
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {"  sparkify stage --events s3a://bucket/log_data"})
final class StageCommand implements Command {
  @Mixin CommonOptions common = new CommonOptions();
  @Mixin private SettingsOptions settings = new SettingsOptions();

  @Override
  public void execute(Launch launch) {
    launch.withSpark(settings.overrides(), Input.NEW_FILES, StageJob.class, StageJob::run);
  }
}
