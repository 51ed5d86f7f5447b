package com.sparkify.etl.runner.cli;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.runner.job.Input;
import com.sparkify.etl.runner.job.TablesJob;
import com.sparkify.etl.runner.spark.CatalogNeed;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sparkify tables drop}. */
@CommandLine.Command(
    name = "drop",
    description = {"Take the tables out of the catalog. Their files, and the database, stay."},
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {"  sparkify tables drop --yes"})
final class TablesDropCommand implements Command {
  @Mixin CommonOptions common = new CommonOptions();
  @Mixin private SettingsOptions settings = new SettingsOptions();

  @Option(names = "--yes", description = "Without it nothing is dropped.")
  private boolean yes;

  @Override
  public void execute(Launch launch) {
    if (!yes) {
      throw new EtlException(
          Kind.CONFIG,
          "'tables drop' makes the catalog forget the tables, so it needs --yes; their files stay");
    }
    launch.withCatalog(
        settings.overrides(), Input.NONE, CatalogNeed.THERE, TablesJob.class, TablesJob::drop);
  }
}
