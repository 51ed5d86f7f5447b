package com.sparkify.etl.runner.cli;

import com.sparkify.etl.runner.job.Input;
import com.sparkify.etl.runner.job.TablesJob;
import com.sparkify.etl.runner.spark.CatalogNeed;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** {@code sparkify tables show}. */
@CommandLine.Command(
    name = "show",
    description = {
      "Show the tables as the catalog has them, beside the lake: columns, partitions, location."
    },
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {"  sparkify tables show"})
final class TablesShowCommand implements Command {
  @Mixin CommonOptions common = new CommonOptions();
  @Mixin private SettingsOptions settings = new SettingsOptions();

  @Override
  public void execute(Launch launch) {
    launch.withCatalog(
        settings.overrides(), Input.NONE, CatalogNeed.THERE, TablesJob.class, TablesJob::show);
  }
}
