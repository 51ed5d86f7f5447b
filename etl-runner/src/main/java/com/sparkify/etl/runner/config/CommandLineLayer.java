package com.sparkify.etl.runner.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigOriginFactory;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.util.Optional;

/** What the options of the command line set. */
final class CommandLineLayer {
  private static final String SET = "--set";

  private CommandLineLayer() {}

  /** The three paths. */
  static Config paths(Overrides overrides) {
    Config none = ConfigFactory.empty();
    return with(SourceKeys.SONGS_PATH, "--songs", overrides.songs(), none)
        .withFallback(with(SourceKeys.EVENTS_PATH, "--events", overrides.events(), none))
        .withFallback(with(LakeKeys.PATH, "--lake", overrides.lake(), none));
  }

  /** One {@code --set KEY=VALUE}; nothing, and a problem, if it is something else. */
  static Config assignment(String assignment, Problems problems) {
    int equals = assignment.indexOf('=');
    String key = (equals < 0 ? assignment : assignment.substring(0, equals)).trim();
    String text = equals < 0 ? "" : assignment.substring(equals + 1).trim();
    if (Credentials.named(key)) {
      problems.add(SET, "%s: %s".formatted(key, Credentials.ADVICE));
    } else if (equals < 0) {
      problems.add(
          SET,
          "'%s' sets nothing; expected KEY=VALUE, for example %s=%s"
              .formatted(assignment, StarKeys.MATCH.name(), StarKeys.MATCH.example()));
    } else if (PassedOn.holding(key).filter(passed -> passed.holds(key)).isPresent()) {
      String group = PassedOn.holding(key).orElseThrow().group();
      String name = ConfigUtil.joinPath(key.substring(group.length() + 1));
      return at(group + "." + name, value(text));
    } else if (Keys.isKey(key)) {
      return at(key, value(text));
    } else {
      problems.addUnknown(key, value(text), Keys.names());
    }
    return ConfigFactory.empty();
  }

  /** The default of {@code sparkify.home} that the launcher gives to the JVM. */
  static Config home() {
    Optional<String> home = Optional.ofNullable(System.getProperty(Keys.HOME.name()));
    return with(Keys.HOME, "-D" + Keys.HOME.name(), home, ConfigFactory.empty());
  }

  private static Config with(Key<?> key, String option, Optional<String> text, Config otherwise) {
    return text.map(path -> at(key.name(), ConfigValueFactory.fromAnyRef(path, option)))
        .orElse(otherwise);
  }

  private static Config at(String path, ConfigValue value) {
    return ConfigFactory.empty().withValue(path, value);
  }

  /** Text stands for itself, but for {@code null} and {@code [lists]}. */
  private static ConfigValue value(String text) {
    if (text.equals("null")) {
      return ConfigValueFactory.fromAnyRef(null, SET);
    }
    return text.startsWith("[") ? list(text) : ConfigValueFactory.fromAnyRef(text, SET);
  }

  /** The list of {@code text}, or {@code text} itself if it is none. */
  private static ConfigValue list(String text) {
    try {
      return ConfigFactory.parseString("value = " + text)
          .getValue("value")
          .withOrigin(ConfigOriginFactory.newSimple(SET));
    } catch (ConfigException e) {
      return ConfigValueFactory.fromAnyRef(text, SET);
    }
  }
}
