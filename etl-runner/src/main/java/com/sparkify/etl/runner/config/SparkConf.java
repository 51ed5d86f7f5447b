package com.sparkify.etl.runner.config;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.Map;

/** Spark's own settings: any name that begins with {@code spark.}, but for those of this job. */
final class SparkConf {
  private static final Map<String, String> RESERVED =
      Map.of(
          "spark.master",
          "set %s instead".formatted(Keys.SPARK_MASTER.name()),
          "spark.sql.session.timeZone",
          "it is always UTC, which the tables' dates and hours rely on");

  private SparkConf() {}

  /** Puts the settings at or under {@code name} into {@code conf}; null takes one out. */
  static void read(String name, ConfigValue value, Map<String, String> conf, Problems problems) {
    String key = Keys.SPARK_CONF + "." + name;
    if (!Written.isResolved(value)) {
      if (!Credentials.named(key)) {
        problems.addUnresolved(new Found(key, value));
      }
      return;
    }
    boolean group = Written.isType(value, ConfigValueType.OBJECT);
    if (!group && Credentials.named(key)) {
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

  private static void readGroup(
      String name, ConfigObject group, Map<String, String> conf, Problems problems) {
    String prefix = name.isEmpty() ? "" : name + ".";
    group.forEach((key, value) -> read(prefix + key, value, conf, problems));
  }

  private static void readSetting(
      String name, ConfigValue value, Map<String, String> conf, Problems problems) {
    String key = Keys.SPARK_CONF + "." + name;
    if (Credentials.inPath(Written.text(value))) {
      problems.addUnshown(key, value, Credentials.ADVICE);
    } else if (!name.startsWith("spark.")) {
      problems.add(
          key,
          value,
          "Spark reads only names that begin with spark, for example \"spark.hadoop.%s\""
              .formatted(name));
    } else if (RESERVED.containsKey(name)) {
      problems.add(key, value, RESERVED.get(name));
    } else {
      conf.put(name, Written.text(value));
    }
  }
}
