package com.sparkify.etl.runner.cli;

import com.sparkify.etl.io.catalog.YearRange;
import com.sparkify.etl.runner.job.DdlJob;
import com.sparkify.etl.runner.job.DdlRequest;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sparkify tables ddl}. */
@CommandLine.Command(
    name = "ddl",
    description = {
      "Print the SQL that makes the tables of an engine. Neither Spark nor the engine is asked.",
      "redshift and postgres keep rows of their own; the others read the files of the lake."
    },
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  sparkify tables ddl --target postgres > tables.sql",
      "  sparkify tables ddl --target athena --lake s3a://bucket/lake --projection 2018-2030"
    })
final class TablesDdlCommand implements Command {
  @Mixin CommonOptions common = new CommonOptions();
  @Mixin private SettingsOptions settings = new SettingsOptions();

  @Option(
      names = "--target",
      required = true,
      paramLabel = "ENGINE",
      description = "${COMPLETION-CANDIDATES}.")
  private DdlRequest.Target target = DdlRequest.Target.SPARK;

  @Option(
      names = "--projection",
      arity = "0..1",
      fallbackValue = "2000-2049",
      paramLabel = "YEARS",
      converter = YearRangeConverter.class,
      description =
          "Athena computes the partitions of these years instead of being told them, and finds no"
              + " row of any other year. Without YEARS: ${FALLBACK-VALUE}.")
  private Optional<YearRange> projection = Optional.empty();

  @Override
  public void execute(Launch launch) {
    DdlRequest request = new DdlRequest(target, projection);
    launch.withSettings(settings.overrides(), DdlJob.class, job -> job.print(request));
  }
}
