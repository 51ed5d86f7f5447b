package com.sparkify.etl.runner.cli;

import com.sparkify.etl.runner.job.DiffJob;
import com.sparkify.etl.runner.job.Input;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sparkify diff}. */
@CommandLine.Command(
    name = "diff",
    description = {
      "Compare two versions of the tables: how many rows of each were added, removed and changed, and",
      "the keys of some. A row is told by its table's key.",
      "For sparkify.lake.format = iceberg."
    },
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  sparkify diff 20181130T120000.000Z 20181201T120000.000Z",
      "  sparkify diff 20181130T120000.000Z 20181201T120000.000Z --keys 100 --format json"
    })
final class DiffCommand implements Command {
  @Mixin CommonOptions common = new CommonOptions();
  @Mixin private SettingsOptions settings = new SettingsOptions();
  @Mixin private FormatOption shown = new FormatOption();

  @Parameters(index = "0", paramLabel = "RUN", description = "The run of the older version.")
  private String from = "";

  @Parameters(index = "1", paramLabel = "RUN", description = "The run of the newer version.")
  private String to = "";

  @Option(
      names = "--keys",
      paramLabel = "N",
      description =
          "At most so many keys of a table's rows of each kind. Default: ${DEFAULT-VALUE}.")
  private int keys = 3;

  @Override
  public void execute(Launch launch) {
    UsageErrors.requireAtLeast(0, "--keys", keys, 3);
    launch.withSpark(
        settings.overrides(),
        Input.LAKE,
        DiffJob.class,
        job -> job.compare(from, to, keys, shown.format()));
  }
}
