package com.sparkify.etl.runner.cli;

import com.sparkify.etl.runner.job.Input;
import com.sparkify.etl.runner.job.RejectsJob;
import com.sparkify.etl.runner.job.RejectsRequest;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sparkify rejects}. */
@CommandLine.Command(
    name = "rejects",
    description = {
      "Show the lines that were rejected, with the reason and the file.",
      "Lines that were exported, mended and put back are shown as replayed."
    },
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  sparkify rejects",
      "  sparkify rejects --reason malformed-json --format json",
      "  sparkify rejects --export rejected"
    })
final class RejectsCommand implements Command {
  @Mixin CommonOptions common = new CommonOptions();
  @Mixin private SettingsOptions settings = new SettingsOptions();
  @Mixin private FormatOption shown = new FormatOption();

  @Option(names = "--reason", paramLabel = "REASON", description = "Only lines of this reason.")
  private Optional<String> reason = Optional.empty();

  @Option(
      names = "--export",
      paramLabel = "DIR",
      description =
          "Write all that are not replayed to this folder, absent or empty: a file for each source"
              + " and reason, to be mended and put back under its name.")
  private Optional<String> export = Optional.empty();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "At most so many lines. Default: ${DEFAULT-VALUE}.")
  private int limit = 20;

  @Override
  public void execute(Launch launch) {
    UsageErrors.requireAtLeast(1, "--limit", limit, 20);
    RejectsRequest request = new RejectsRequest(reason, export, limit, shown.format());
    launch.withSpark(settings.overrides(), Input.LAKE, RejectsJob.class, job -> job.run(request));
  }
}
