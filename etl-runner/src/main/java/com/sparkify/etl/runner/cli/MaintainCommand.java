package com.sparkify.etl.runner.cli;

import com.sparkify.etl.runner.job.Input;
import com.sparkify.etl.runner.job.MaintainJob;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** {@code sparkify maintain}. */
@CommandLine.Command(
    name = "maintain",
    description = {
      "Pack small files of the tables, forget old versions, and remove what no version needs.",
      "The rows stay as they are. sparkify.maintain in the settings says how much is kept.",
      "For sparkify.lake.format = iceberg; vacuum does the same for what is staged."
    },
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  sparkify maintain",
      "  sparkify maintain --set sparkify.maintain.keep-versions=3 --set 'sparkify.maintain.keep-for=1 day'"
    })
final class MaintainCommand implements Command {
  @Mixin CommonOptions common = new CommonOptions();
  @Mixin private SettingsOptions settings = new SettingsOptions();

  @Override
  public void execute(Launch launch) {
    launch.withSpark(settings.overrides(), Input.LAKE, MaintainJob.class, MaintainJob::maintain);
  }
}
