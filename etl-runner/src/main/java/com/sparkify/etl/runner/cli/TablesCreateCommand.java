package com.sparkify.etl.runner.cli;

import com.sparkify.etl.runner.job.Input;
import com.sparkify.etl.runner.job.TablesJob;
import com.sparkify.etl.runner.spark.CatalogNeed;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** {@code sparkify tables create}. */
@CommandLine.Command(
    name = "create",
    description = {
      "Make the tables in the catalog, and bring their partitions in step with the lake.",
      "Tables that are there stay. From then on every run keeps the partitions in step."
    },
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  sparkify tables create",
      "  sparkify tables create --config conf/emr.conf --set sparkify.catalog.database=music"
    })
final class TablesCreateCommand implements Command {
  @Mixin CommonOptions common = new CommonOptions();
  @Mixin private SettingsOptions settings = new SettingsOptions();

  @Override
  public void execute(Launch launch) {
    launch.withCatalog(
        settings.overrides(), Input.NONE, CatalogNeed.MADE, TablesJob.class, TablesJob::create);
  }
}
