package com.sparkify.etl.runner.cli;

import com.sparkify.etl.io.synthetic.Faults;
import com.sparkify.etl.io.synthetic.SyntheticSpec;
import com.sparkify.etl.runner.config.Overrides;
import com.sparkify.etl.runner.job.GenerateJob;
import com.sparkify.etl.runner.job.Input;
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
      "  sparkify generate --out data --events 1000000 --malformed 0.001 --seed 7"
    })
final class GenerateCommand implements Command {
  private static final String DEFAULT = " Default: ${DEFAULT-VALUE}.";

  @Mixin CommonOptions common = new CommonOptions();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder that gets song_data and log_data; it is empty or absent.")
  private String out = "";

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

  @Option(names = "--events", paramLabel = "N", description = "Events in all, about." + DEFAULT)
  private long events = 10_000;

  @Option(
      names = "--malformed",
      paramLabel = "SHARE",
      description = "Share of events with a damaged line, such as 0.01." + DEFAULT)
  private double malformed;

  @Option(
      names = "--duplicates",
      paramLabel = "SHARE",
      description = "Share of events that are delivered twice." + DEFAULT)
  private double duplicates;

  @Option(
      names = "--late",
      paramLabel = "SHARE",
      description = "Share of events in the file of the next day." + DEFAULT)
  private double late;

  @Option(
      names = "--absent-keys",
      paramLabel = "SHARE",
      description = "Share of events that leave out what is null." + DEFAULT)
  private double absentKeys;

  @Override
  public void execute(Launch launch) {
    Faults faults = new Faults(malformed, duplicates, late, absentKeys);
    SyntheticSpec spec = new SyntheticSpec(seed, songs, users, firstDay, days, events, faults);
    launch.withSpark(
        Overrides.none(), Input.NONE, GenerateJob.class, job -> job.generate(spec, out));
  }
}
