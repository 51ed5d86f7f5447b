package com.sparkify.etl.runner.config;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sparkify.etl.core.EtlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/** What a test says about the configuration, and what comes of it. */
final class Given {
  private Given() {}

  /** The settings of {@code overrides}, with what Hadoop knows by itself. */
  static Settings load(Overrides overrides) {
    return SettingsLoader.load(overrides, settings -> new Configuration());
  }

  static Overrides set(String... assignments) {
    return new Overrides(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(assignments));
  }

  static Overrides file(Path file, String... assignments) {
    return location(file.toString(), assignments);
  }

  static Overrides location(String file, String... assignments) {
    return new Overrides(
        Optional.of(file),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(assignments));
  }

  static Path written(Path folder, String... lines) throws IOException {
    return Files.write(folder.resolve("my.conf"), List.of(lines));
  }

  /** The message about {@code overrides}, which are wrong. */
  static String problems(Overrides overrides) {
    EtlException failure = catchThrowableOfType(EtlException.class, () -> load(overrides));
    if (failure.kind() != EtlException.Kind.CONFIG) {
      throw new AssertionError("kind is " + failure.kind());
    }
    return String.valueOf(failure.getMessage());
  }
}
