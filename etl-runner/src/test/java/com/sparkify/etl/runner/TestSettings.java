package com.sparkify.etl.runner;

import com.sparkify.etl.runner.config.Overrides;
import com.sparkify.etl.runner.config.Settings;
import com.sparkify.etl.runner.config.SettingsLoader;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/** The default settings with some others. */
public final class TestSettings {
  private TestSettings() {}

  /** The default settings but for {@code assignments}, each a {@code KEY=VALUE}. */
  public static Settings with(String... assignments) {
    return SettingsLoader.load(
        new Overrides(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(assignments)),
        settings -> new Configuration());
  }
}
