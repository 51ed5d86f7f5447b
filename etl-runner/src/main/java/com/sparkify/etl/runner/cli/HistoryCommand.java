package com.sparkify.etl.runner.cli;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.runner.job.HistoryJob;
import com.sparkify.etl.runner.job.Input;
import com.sparkify.etl.runner.output.OutputFormat;
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

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "At most so many versions. Default: ${DEFAULT-VALUE}.")
  private int limit = 20;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private OutputFormat format = OutputFormat.TABLE;

  @Override
  public void execute(Launch launch) {
    if (limit < 1) {
      throw new EtlException(
          Kind.CONFIG, "--limit is '%d'; expected 1 or more, for example 20".formatted(limit));
    }
    launch.withSpark(
        settings.overrides(), Input.NONE, HistoryJob.class, job -> job.show(limit, format));
  }
}
