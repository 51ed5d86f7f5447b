package com.sparkify.etl.runner.cli;

import com.sparkify.etl.runner.job.Input;
import com.sparkify.etl.runner.job.RollbackJob;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sparkify rollback}. */
@CommandLine.Command(
    name = "rollback",
    description = {
      "Bring all tables back to the version of a run, together and without writing a row.",
      "That is a version too: another rollback takes it back. What is staged stays staged.",
      "For sparkify.lake.format = iceberg."
    },
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {"  sparkify history", "  sparkify rollback --to 20181130T120000.000Z"})
final class RollbackCommand implements Command {
  @Mixin CommonOptions common = new CommonOptions();
  @Mixin private SettingsOptions settings = new SettingsOptions();

  @Option(
      names = "--to",
      required = true,
      paramLabel = "RUN",
      description = "The run; history lists them.")
  private String run = "";

  @Override
  public void execute(Launch launch) {
    launch.withSpark(settings.overrides(), Input.NONE, RollbackJob.class, job -> job.rollBack(run));
  }
}
