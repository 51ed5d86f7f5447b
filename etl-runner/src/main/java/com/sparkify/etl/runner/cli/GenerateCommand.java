package com.sparkify.etl.runner.cli;

import com.sparkify.etl.runner.job.GenerateJob;
import com.sparkify.etl.runner.job.GenerateRequest;
import java.nio.file.Path;
import java.time.LocalDate;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sparkify generate}. */
@CommandLine.Command(
    name = "generate",
    description = {
      "Write song and log files like the real ones, of any size.",
      "The same options give the same files."
    },
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  sparkify generate --out data",
      "  sparkify generate --out data --events 1000000 --malformed 50 --seed 7"
    })
final class GenerateCommand implements Command {
  private static final String DEFAULT = " Default: ${DEFAULT-VALUE}.";

  @Mixin CommonOptions common = new CommonOptions();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder that gets song_data and log_data.")
  private Path out = Path.of("");

  @Option(names = "--seed", paramLabel = "N", description = "Another seed, other files." + DEFAULT)
  private long seed = 1;

  @Option(names = "--songs", paramLabel = "N", description = "Songs." + DEFAULT)
  private int songs = 1_000;

  @Option(names = "--users", paramLabel = "N", description = "Listeners." + DEFAULT)
  private int users = 100;

  @Option(names = "--first-day", paramLabel = "DATE", description = "First day of logs." + DEFAULT)
  private LocalDate firstDay = LocalDate.of(2018, 11, 1);

  @Option(names = "--days", paramLabel = "N", description = "Days of logs." + DEFAULT)
  private int days = 30;

  @Option(names = "--events", paramLabel = "N", description = "Events in all." + DEFAULT)
  private long events = 10_000;

  @Option(
      names = "--malformed",
      paramLabel = "N",
      description = "Lines that are no JSON." + DEFAULT)
  private int malformed;

  @Option(
      names = "--duplicates",
      paramLabel = "N",
      description = "Events that are delivered twice." + DEFAULT)
  private int duplicates;

  @Option(
      names = "--late",
      paramLabel = "N",
      description = "Events in the file of a later day." + DEFAULT)
  private int late;

  @Override
  public void execute(Launch launch) {
    GenerateRequest request =
        new GenerateRequest(
            out, seed, songs, users, firstDay, days, events, malformed, duplicates, late);
    launch.bare(GenerateJob.class, job -> job.generate(request));
  }
}
