package com.sparkify.etl.runner.cli;

import com.sparkify.etl.runner.job.UnlockJob;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** {@code sparkify unlock}. */
@CommandLine.Command(
    name = "unlock",
    description = {
      "Clear the lock of a run that is gone, such as one of a machine that is no more.",
      "A run that still works on this machine keeps it. Other machines are not asked."
    },
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {"  sparkify unlock --lake s3a://bucket/lake"})
final class UnlockCommand implements Command {
  @Mixin CommonOptions common = new CommonOptions();
  @Mixin private SettingsOptions settings = new SettingsOptions();

  @Override
  public void execute(Launch launch) {
    launch.withSettings(settings.overrides(), UnlockJob.class, UnlockJob::unlock);
  }
}
