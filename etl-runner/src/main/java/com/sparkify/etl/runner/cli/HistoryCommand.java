package com.sparkify.etl.runner.cli;

import com.sparkify.etl.runner.job.HistoryJob;
import com.sparkify.etl.runner.job.Input;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sparkify history}. */
@CommandLine.Command(
    name = "history",
    description = {
      "Show the versions of the tables that the lake keeps, newest first: of which run, when, and how",
      "many rows each table has, with the change against the version before.",
      "For sparkify.lake.format = iceberg."
    },
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {"  sparkify history", "  sparkify history --limit 100 --format json"})
final class HistoryCommand implements Command {
  @Mixin CommonOptions common = new CommonOptions();
  @Mixin private SettingsOptions settings = new SettingsOptions();
  @Mixin private FormatOption shown = new FormatOption();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "At most so many versions. Default: ${DEFAULT-VALUE}.")
  private int limit = 20;

  @Override
  public void execute(Launch launch) {
    UsageErrors.requireAtLeast(1, "--limit", limit, 20);
    launch.withSpark(
        settings.overrides(), Input.NONE, HistoryJob.class, job -> job.show(limit, shown.format()));
  }
}
