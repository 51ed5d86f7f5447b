package com.sparkify.etl.runner.cli;

import com.sparkify.etl.runner.job.doctor.DoctorJob;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** {@code sparkify doctor}. */
@CommandLine.Command(
    name = "doctor",
    description = {
      "Check what a run needs: Java, Spark, the settings, the sources, the lake.",
      "Writes one small file to the lake and deletes it. Says what to do about what fails."
    },
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {"  sparkify doctor", "  sparkify doctor --config conf/emr.conf"})
final class DoctorCommand implements Command {
  @Mixin CommonOptions common = new CommonOptions();
  @Mixin private SettingsOptions settings = new SettingsOptions();

  @Override
  public void execute(Launch launch) {
    launch.bare(DoctorJob.class, job -> job.examine(settings.overrides()));
  }
}
