package com.sparkify.etl.runner.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The value of every key, read and checked. */
final class Values {
  private final Map<Key<?>, Object> values = new HashMap<>();

  /** Reads every key of {@code merged}; a key whose value is wrong has none, and a problem. */
  static Values read(Config merged, Layers layers, Problems problems) {
    Values values = new Values();
    for (Key<?> key : Keys.ALL) {
      Found found = Found.at(key.name(), merged.root());
      if (!Written.isResolved(found.value())) {
        layers.unresolved(key.name()).ifPresent(problems::addUnresolved);
      } else if (found.name().equals(key.name())) {
        values.read(key, found.value(), problems);
      }
    }
    return values;
  }

  /** The value of {@code key}. */
  @SuppressWarnings("unchecked")
  <T> T get(Key<T> key) {
    return (T)
        Optional.ofNullable(values.get(key))
            .orElseThrow(() -> new IllegalStateException("%s was not read".formatted(key.name())));
  }

  private void read(Key<?> key, ConfigValue value, Problems problems) {
    if (Written.isType(value, ConfigValueType.STRING) && Credentials.inPath(Written.text(value))) {
      problems.addUnshown(key.name(), value, Credentials.ADVICE);
      return;
    }
    try {
      values.put(key, key.reader().apply(value));
    } catch (IllegalArgumentException | ConfigException e) {
      problems.add(
          key.name(),
          value,
          "expected %s, for example %s = %s".formatted(key.expected(), key.name(), key.example()));
    }
  }

  /** The settings of {@code layers}, lowest first, that {@code passed} hands on. */
  static Map<String, String> of(PassedOn passed, List<Config> layers, Problems problems) {
    Map<String, String> conf = new HashMap<>();
    for (Config layer : layers) {
      Found group = Found.at(passed.group(), layer.root());
      if (group.name().equals(passed.group())) {
        passed.read("", group.value(), conf, problems);
      }
    }
    return conf;
  }
}
