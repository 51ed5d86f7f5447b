package com.sparkify.etl.runner.config;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A group of settings whose names are not ours, handed on as they are.
 *
 * @param group the name under which they stand
 * @param prefix what their names begin with
 * @param unread what is wrong with a name that begins otherwise; {@code %s} is the name
 * @param reserved names that may not be set, with what to do instead
 */
record PassedOn(String group, String prefix, String unread, Map<String, String> reserved) {

  /** Spark's own: any name that begins with {@code spark.}, but for those of this job. */
  static final PassedOn SPARK =
      new PassedOn(
          "sparkify.spark.conf",
          "spark.",
          "Spark reads only names that begin with spark, for example \"spark.hadoop.%s\"",
          Map.of(
              "spark.master",
              "set sparkify.spark.master instead",
              "spark.sql.session.timeZone",
              "it is always UTC, which the tables' dates and hours rely on"));

  /** Those of Iceberg's catalog. */
  static final PassedOn ICEBERG =
      new PassedOn(
          "sparkify.lake.iceberg.properties",
          "",
          "",
          Map.of("type", "set sparkify.lake.iceberg.catalog instead"));

  static final List<PassedOn> ALL = List.of(ICEBERG, SPARK);

  /** The group that {@code name} stands under, or is. */
  static Optional<PassedOn> holding(String name) {
    return ALL.stream()
        .filter(passed -> name.equals(passed.group) || passed.holds(name))
        .findFirst();
  }

  /** Whether {@code name} is a setting, or a group of settings, of this group. */
  boolean holds(String name) {
    return name.startsWith(group + ".");
  }

  /** Puts the settings at or under {@code name} into {@code conf}; null takes one out. */
  void read(String name, ConfigValue value, Map<String, String> conf, Problems problems) {
    String key = group + "." + name;
    if (!Written.isResolved(value)) {
      if (!Credentials.named(key)) {
        problems.addUnresolved(new Found(key, value));
      }
      return;
    }
    boolean isGroup = Written.isType(value, ConfigValueType.OBJECT);
    if (!isGroup && Credentials.named(key)) {
      return; // refused with the keys of its layer
    }
    switch (value.valueType()) {
      case OBJECT -> readGroup(name, (ConfigObject) value, conf, problems);
      case NULL -> conf.remove(name);
      case STRING, NUMBER, BOOLEAN -> readSetting(name, value, conf, problems);
      case LIST ->
          problems.add(
              key,
              value,
              "expected text, a number, true or false, for example \"%s\" = 8".formatted(name));
    }
  }

  private void readGroup(
      String name, ConfigObject settings, Map<String, String> conf, Problems problems) {
    String before = name.isEmpty() ? "" : name + ".";
    settings.forEach((key, value) -> read(before + key, value, conf, problems));
  }

  private void readSetting(
      String name, ConfigValue value, Map<String, String> conf, Problems problems) {
    String key = group + "." + name;
    if (Credentials.inPath(Written.text(value))) {
      problems.addUnshown(key, value, Credentials.ADVICE);
    } else if (!name.startsWith(prefix)) {
      problems.add(key, value, unread.formatted(name));
    } else if (reserved.containsKey(name)) {
      problems.add(key, value, String.valueOf(reserved.get(name)));
    } else {
      conf.put(name, Written.text(value));
    }
  }
}
