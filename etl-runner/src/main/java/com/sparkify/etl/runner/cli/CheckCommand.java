package com.sparkify.etl.runner.cli;

import com.sparkify.etl.runner.job.CheckJob;
import com.sparkify.etl.runner.job.Input;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** {@code sparkify check}. */
@CommandLine.Command(
    name = "check",
    description = {"Check the published tables: keys, references, required fields, periods."},
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {"  sparkify check --lake s3a://bucket/lake"})
final class CheckCommand implements Command {
  @Mixin CommonOptions common = new CommonOptions();
  @Mixin private SettingsOptions settings = new SettingsOptions();

  @Override
  public void execute(Launch launch) {
    launch.withSpark(settings.overrides(), Input.LAKE, CheckJob.class, CheckJob::check);
  }
}
