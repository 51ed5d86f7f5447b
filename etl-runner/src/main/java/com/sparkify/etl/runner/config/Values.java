package com.sparkify.etl.runner.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
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
  static Values read(Config merged, Problems problems) {
    Values values = new Values();
    Keys.ALL.forEach(key -> values.read(key, merged.root(), problems));
    return values;
  }

  /** The value of {@code key}. */
  @SuppressWarnings("unchecked")
  <T> T get(Key<T> key) {
    return (T)
        Optional.ofNullable(values.get(key))
            .orElseThrow(() -> new IllegalStateException("%s was not read".formatted(key.name())));
  }

  private void read(Key<?> key, ConfigObject root, Problems problems) {
    ConfigValue value = root;
    for (String step : ConfigUtil.splitPath(key.name())) {
      Optional<ConfigValue> next = child(value, step);
      if (next.isEmpty()) {
        requireResolved(key, value, problems);
        return;
      }
      value = next.get();
    }
    readValue(key, value, problems);
  }

  private static Optional<ConfigValue> child(ConfigValue group, String key) {
    return group instanceof ConfigObject object && Written.isType(group, ConfigValueType.OBJECT)
        ? Optional.ofNullable(object.get(key))
        : Optional.empty();
  }

  /** A group that is no group was reported with the file's keys, unless it is a substitution. */
  private static void requireResolved(Key<?> key, ConfigValue group, Problems problems) {
    if (!isResolved(group)) {
      unresolved(key.name(), group, problems);
    }
  }

  private void readValue(Key<?> key, ConfigValue value, Problems problems) {
    if (!isResolved(value)) {
      unresolved(key.name(), value, problems);
      return;
    }
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

  /** Spark's own settings of {@code layers}, lowest first, by their full names. */
  static Map<String, String> sparkConf(List<Config> layers, Problems problems) {
    Map<String, String> conf = new HashMap<>();
    for (Config layer : layers) {
      Optional<ConfigValue> group = Optional.of(layer.root());
      for (String step : ConfigUtil.splitPath(Keys.SPARK_CONF)) {
        group = group.flatMap(object -> child(object, step));
      }
      group.ifPresent(settings -> SparkConf.read("", settings, conf, problems));
    }
    return conf;
  }

  static boolean isResolved(ConfigValue value) {
    return Written.type(value).isPresent();
  }

  static void unresolved(String key, ConfigValue value, Problems problems) {
    problems.add(
        key,
        value,
        "this stands for a setting or environment variable that does not exist; expected one that"
            + " does, or the value itself");
  }
}
