package com.sparkify.etl.runner.config;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.Comparator;
import java.util.Map;

/** Finds the keys of a file that nothing reads, and those that must not be there. */
final class KeyCheck {
  private final Problems problems;

  KeyCheck(Problems problems) {
    this.problems = problems;
  }

  /** Adds a problem for every key under {@code group} that is no setting, in the file's order. */
  void check(ConfigObject group) {
    checkGroup("", group);
  }

  private void checkGroup(String name, ConfigObject group) {
    group.entrySet().stream()
        .sorted(
            Comparator.comparingInt(
                    (Map.Entry<String, ConfigValue> entry) -> line(entry.getValue()))
                .thenComparing(Map.Entry::getKey))
        .forEach(entry -> checkEntry(join(name, entry.getKey()), entry.getValue()));
  }

  private void checkEntry(String name, ConfigValue value) {
    if (Written.isType(value, ConfigValueType.OBJECT) && holdsKeys(name, value)) {
      checkGroup(name, (ConfigObject) value);
    } else if (Credentials.named(name)) {
      problems.addUnshown(name, value, Credentials.ADVICE);
    } else if (Keys.isGroup(name)) {
      requireGroup(name, value);
    } else if (!Keys.isKey(name) && PassedOn.holding(name).isEmpty()) {
      problems.addUnknown(name, value, Keys.names());
    }
  }

  private static boolean holdsKeys(String name, ConfigValue value) {
    return Keys.isGroup(name) || !((ConfigObject) value).isEmpty();
  }

  private void requireGroup(String name, ConfigValue value) {
    if (Written.type(value).isPresent()) {
      problems.add(
          name, value, "expected a group of settings, for example %s { ... }".formatted(name));
    }
  }

  /** Names that are not ours have dots, so where they are handed on a quoted key is as good. */
  private static String join(String group, String key) {
    if (PassedOn.holding(group).isPresent()) {
      return group + "." + key;
    }
    String quoted = ConfigUtil.joinPath(key);
    return group.isEmpty() ? quoted : group + "." + quoted;
  }

  private static int line(ConfigValue value) {
    return value.origin().lineNumber();
  }
}
