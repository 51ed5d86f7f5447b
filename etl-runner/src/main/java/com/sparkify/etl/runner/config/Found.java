package com.sparkify.etl.runner.config;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.Optional;

/** A value and its full name. */
record Found(String name, ConfigValue value) {

  /** What is at {@code name} under {@code root} or, if nothing is, at the last step towards it. */
  static Found at(String name, ConfigObject root) {
    Found found = new Found("", root);
    for (String step : ConfigUtil.splitPath(name)) {
      Optional<Found> next = found.child(step);
      if (next.isEmpty()) {
        return found;
      }
      found = next.orElseThrow();
    }
    return found;
  }

  private Optional<Found> child(String step) {
    return value instanceof ConfigObject group && Written.isType(group, ConfigValueType.OBJECT)
        ? Optional.ofNullable(group.get(step))
            .map(child -> new Found(name.isEmpty() ? step : name + "." + step, child))
        : Optional.empty();
  }
}
