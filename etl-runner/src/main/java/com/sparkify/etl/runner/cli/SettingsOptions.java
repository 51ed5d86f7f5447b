package com.sparkify.etl.runner.cli;

import com.sparkify.etl.runner.config.Overrides;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of every command that reads the settings. A later one of this list wins. */
final class SettingsOptions {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "Settings that differ from the defaults, such as conf/local.conf or s3a://bucket/app.conf.")
  private Optional<String> config = Optional.empty();

  @Option(names = "--songs", paramLabel = "PATH", description = "Root of the song files.")
  private Optional<String> songs = Optional.empty();

  @Option(names = "--events", paramLabel = "PATH", description = "Root of the log files.")
  private Optional<String> events = Optional.empty();

  @Option(names = "--lake", paramLabel = "PATH", description = "Root of the tables.")
  private Optional<String> lake = Optional.empty();

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "A setting by its full name, as in README.md. May be repeated.")
  private List<String> assignments = new ArrayList<>();

  Overrides overrides() {
    return new Overrides(config, songs, events, lake, assignments);
  }
}
