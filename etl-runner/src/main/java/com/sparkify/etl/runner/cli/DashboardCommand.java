package com.sparkify.etl.runner.cli;

import com.sparkify.etl.runner.job.DashboardJob;
import com.sparkify.etl.runner.job.Input;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sparkify dashboard}. */
@CommandLine.Command(
    name = "dashboard",
    description = {
      "Write the answers to the project's questions as a page with charts: one HTML file.",
      "It needs no network, and shows each chart as a table and with its SQL, too."
    },
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  sparkify dashboard",
      "  sparkify dashboard --lake s3a://bucket/lake --out s3a://bucket/dashboard.html"
    })
final class DashboardCommand implements Command {
  @Mixin CommonOptions common = new CommonOptions();
  @Mixin private SettingsOptions settings = new SettingsOptions();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The file, which is replaced. Default: ${DEFAULT-VALUE}.")
  private String out = "dashboard.html";

  @Override
  public void execute(Launch launch) {
    launch.withSpark(settings.overrides(), Input.LAKE, DashboardJob.class, job -> job.write(out));
  }
}
