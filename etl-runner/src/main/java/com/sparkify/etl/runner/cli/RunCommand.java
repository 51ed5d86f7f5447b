package com.sparkify.etl.runner.cli;

import com.sparkify.etl.runner.job.BuildRequest;
import com.sparkify.etl.runner.job.RunJob;
import com.sparkify.etl.runner.spark.CatalogNeed;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** {@code sparkify run}. */
@CommandLine.Command(
    name = "run",
    description = {
      "Stage what is new, build the tables, check them, and publish them.",
      "A check that fails publishes nothing."
    },
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  sparkify run",
      "  sparkify run --songs s3a://bucket/song_data --events s3a://bucket/log_data --lake s3a://bucket/lake",
      "  sparkify run --full --report report.json"
    })
final class RunCommand implements Command {
  @Mixin CommonOptions common = new CommonOptions();
  @Mixin private SettingsOptions settings = new SettingsOptions();
  @Mixin private BuildOptions build = new BuildOptions();

  @Override
  public void execute(Launch launch) {
    BuildRequest request = build.request();
    launch.withCatalog(
        settings.overrides(),
        request.reads(),
        CatalogNeed.IF_THERE,
        RunJob.class,
        job -> job.run(request));
  }
}
