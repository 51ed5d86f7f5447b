package com.sparkify.etl.runner.cli;

import com.sparkify.etl.runner.job.Input;
import com.sparkify.etl.runner.job.VacuumJob;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sparkify vacuum}. */
@CommandLine.Command(
    name = "vacuum",
    description = {
      "Pack staged batches into one, and remove old reports and what cut-off runs left.",
      "The tables, and every line that counts, stay as they are."
    },
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {"  sparkify vacuum --dry-run", "  sparkify vacuum --lake s3a://bucket/lake"})
final class VacuumCommand implements Command {
  @Mixin CommonOptions common = new CommonOptions();
  @Mixin private SettingsOptions settings = new SettingsOptions();

  @Option(names = "--dry-run", description = "Say what would be done, and change nothing.")
  private boolean dryRun;

  @Override
  public void execute(Launch launch) {
    launch.withSpark(
        settings.overrides(),
        Input.LAKE,
        VacuumJob.class,
        job -> {
          if (dryRun) {
            job.preview();
          } else {
            job.vacuum();
          }
        });
  }
}
