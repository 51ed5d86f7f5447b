package com.sparkify.etl.runner.cli;

import com.sparkify.etl.runner.job.BuildJob;
import com.sparkify.etl.runner.job.BuildRequest;
import com.sparkify.etl.runner.job.Input;
import com.sparkify.etl.runner.spark.CatalogNeed;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** {@code sparkify build}. */
@CommandLine.Command(
    name = "build",
    description = {
      "Build the tables of what is staged, check them, and publish them.",
      "A check that fails publishes nothing."
    },
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {"  sparkify build --full --set sparkify.songplays.match=title-artist-duration"})
final class BuildCommand implements Command {
  @Mixin CommonOptions common = new CommonOptions();
  @Mixin private SettingsOptions settings = new SettingsOptions();
  @Mixin private BuildOptions build = new BuildOptions();

  @Override
  public void execute(Launch launch) {
    BuildRequest request = build.request();
    launch.withCatalog(
        settings.overrides(),
        Input.LAKE,
        CatalogNeed.IF_THERE,
        BuildJob.class,
        job -> job.run(request));
  }
}
