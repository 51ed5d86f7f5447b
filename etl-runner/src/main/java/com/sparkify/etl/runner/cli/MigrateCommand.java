package com.sparkify.etl.runner.cli;

import com.sparkify.etl.runner.job.Input;
import com.sparkify.etl.runner.job.MigrateJob;
import com.sparkify.etl.runner.job.MigrateJob.OldTables;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sparkify migrate}. */
@CommandLine.Command(
    name = "migrate",
    description = {
      "Build the tables of a lake in another format from what is staged, and compare their rows.",
      "The tables in Parquet stay until --remove-old. From then on set sparkify.lake.format."
    },
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  sparkify migrate --to iceberg",
      "  sparkify migrate --to iceberg --remove-old --lake s3a://bucket/lake"
    })
final class MigrateCommand implements Command {
  @Mixin CommonOptions common = new CommonOptions();
  @Mixin private SettingsOptions settings = new SettingsOptions();

  /** A format that tables can be brought to. */
  enum Target {
    /** Apache Iceberg. */
    ICEBERG;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES}.")
  private Target target = Target.ICEBERG;

  @Option(
      names = "--remove-old",
      description = "Remove the tables in Parquet once the others are published.")
  private boolean removeOld;

  @Override
  public void execute(Launch launch) {
    launch.withSpark(
        settings.overrides().with("sparkify.lake.format=" + target),
        Input.LAKE,
        MigrateJob.class,
        job -> job.migrate(removeOld ? OldTables.REMOVED : OldTables.KEPT));
  }
}
