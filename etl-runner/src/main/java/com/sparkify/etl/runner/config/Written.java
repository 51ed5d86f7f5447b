package com.sparkify.etl.runner.config;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads what a configuration says, and shows it as it was written. */
final class Written {
  private Written() {}

  /** What {@code value} is; empty if it holds a {@code ${substitution}} that leads nowhere. */
  static Optional<ConfigValueType> type(ConfigValue value) {
    try {
      return Optional.of(value.valueType());
    } catch (ConfigException.NotResolved e) {
      return Optional.empty();
    }
  }

  static boolean isResolved(ConfigValue value) {
    return type(value).isPresent();
  }

  static boolean isType(ConfigValue value, ConfigValueType type) {
    return type(value).equals(Optional.of(type));
  }

  /** A word, a number or a truth value, as text. */
  static String text(ConfigValue value) {
    return switch (value.valueType()) {
      case STRING, NUMBER, BOOLEAN -> value.atKey("value").getString("value");
      case NULL, LIST, OBJECT ->
          throw new IllegalArgumentException("%s is no text".formatted(value.valueType()));
    };
  }

  /** Text that is not blank; a number or a truth value is none. */
  static String path(ConfigValue value) {
    if (value.valueType() != ConfigValueType.STRING) {
      throw new IllegalArgumentException("%s is no path".formatted(value.valueType()));
    }
    return Checks.requirePath(text(value));
  }

  /** A time with its unit, such as {@code 2 days}; none is no time. */
  static Duration duration(ConfigValue value) {
    String written = text(value);
    if (!written.matches("[0-9]{1,9} ?[a-z]+")) {
      throw new IllegalArgumentException("'%s' is no time with its unit".formatted(written));
    }
    Duration duration = value.atKey("value").getDuration("value");
    if (duration.isZero()) {
      throw new IllegalArgumentException("'%s' is no time".formatted(written));
    }
    return duration;
  }

  /** A size with its unit, such as {@code 128 MiB}, in bytes; none is no size. */
  static long bytes(ConfigValue value) {
    String written = text(value);
    if (!written.matches("[1-9][0-9]{0,8} ?[A-Za-z]+")) {
      throw new IllegalArgumentException("'%s' is no size with its unit".formatted(written));
    }
    return value.atKey("value").getBytes("value");
  }

  /** A whole number from 1. */
  static int count(ConfigValue value) {
    String written = text(value);
    if (!written.matches("[1-9][0-9]{0,8}")) {
      throw new IllegalArgumentException("'%s' is no count".formatted(written));
    }
    return Integer.parseInt(written);
  }

  static <T> T word(ConfigValue value, Map<String, T> meanings) {
    String word = text(value);
    return Optional.ofNullable(meanings.get(word))
        .orElseThrow(() -> new IllegalArgumentException("'%s' has no meaning".formatted(word)));
  }

  static List<String> list(ConfigValue value) {
    if (!(value instanceof ConfigList list)) {
      throw new IllegalArgumentException("%s is no list".formatted(value.valueType()));
    }
    return list.stream().map(Written::text).toList();
  }

  /** Reads null as empty and everything else with {@code reader}. */
  static <T> Function<ConfigValue, Optional<T>> nullable(Function<ConfigValue, T> reader) {
    return value ->
        value.valueType() == ConfigValueType.NULL
            ? Optional.empty()
            : Optional.of(reader.apply(value));
  }

  /** {@code value} for a message; lists of groups stay closed, so that nothing hides in them. */
  static String shown(ConfigValue value) {
    if (isType(value, ConfigValueType.STRING)) {
      return text(value);
    }
    String rendered = value.render(ConfigRenderOptions.concise());
    return rendered.contains("{") && isResolved(value) ? "[...]" : rendered.replace("\"", "");
  }

  /** Where it was written: a file with its line, or an option. */
  static String place(ConfigOrigin origin) {
    return origin.description().replaceFirst(": ([0-9]+)(-[0-9]+)?$", ":$1");
  }
}
