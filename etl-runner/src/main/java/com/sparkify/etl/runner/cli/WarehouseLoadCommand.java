package com.sparkify.etl.runner.cli;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.runner.config.Overrides;
import com.sparkify.etl.runner.job.Input;
import com.sparkify.etl.runner.job.WarehouseInsertJob;
import com.sparkify.etl.runner.job.WarehouseLoadJob;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sparkify warehouse load}. */
@CommandLine.Command(
    name = "load",
    description = {
      "Load the published tables into PostgreSQL: staging tables, then the star, in one transaction.",
      "Readers see the old star or the new one. Nothing is changed where it fails.",
      "User and password come from PGUSER and PGPASSWORD, or ~/.pgpass."
    },
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  sparkify warehouse load --url jdbc:postgresql://localhost/analytics",
      "  sparkify warehouse load --load-stg && sparkify warehouse load --insert-dw"
    })
final class WarehouseLoadCommand implements Command {
  @Mixin CommonOptions common = new CommonOptions();
  @Mixin private WarehouseOptions options = new WarehouseOptions();

  @Option(
      names = "--url",
      paramLabel = "URL",
      description =
          "The database, such as jdbc:postgresql://host/name, without a password"
              + " (sparkify.warehouse.url).")
  private Optional<String> url = Optional.empty();

  @Option(names = "--load-stg", description = "Only fill the staging tables.")
  private boolean staging;

  @Option(names = "--insert-dw", description = "Only take what is staged into the star.")
  private boolean insert;

  @Override
  public void execute(Launch launch) {
    if (staging && insert) {
      throw new EtlException(
          Kind.CONFIG,
          "--load-stg and --insert-dw are the two halves of a load; for both give neither");
    }
    Overrides overrides = options.overrides(url);
    if (insert) {
      launch.withSettings(overrides, WarehouseInsertJob.class, WarehouseInsertJob::insert);
    } else if (staging) {
      launch.withSpark(
          overrides, Input.LAKE, WarehouseLoadJob.class, WarehouseLoadJob::loadStaging);
    } else {
      launch.withSpark(overrides, Input.LAKE, WarehouseLoadJob.class, WarehouseLoadJob::load);
    }
  }
}
