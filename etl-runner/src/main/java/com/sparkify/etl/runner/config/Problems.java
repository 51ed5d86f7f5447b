package com.sparkify.etl.runner.config;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.typesafe.config.ConfigValue;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with a configuration, gathered so that all of it is told at once. */
final class Problems {
  private static final String ROOT = "sparkify.";

  private final Set<String> found = new LinkedHashSet<>();

  /** Something is wrong with what stands at {@code place}: a file and line, or an option. */
  void add(String place, String problem) {
    found.add("%s: %s".formatted(place, problem));
  }

  /** {@code value} of {@code key} is wrong; shows it. */
  void add(String key, ConfigValue value, String problem) {
    add(
        Written.place(value.origin()),
        "%s = '%s': %s".formatted(key, Written.shown(value), problem));
  }

  /** {@code key} is wrong; keeps its value to itself. */
  void addUnshown(String key, ConfigValue value, String problem) {
    add(Written.place(value.origin()), "%s: %s".formatted(key, problem));
  }

  /** There is no setting {@code key}; one of {@code known} may be meant. */
  void addUnknown(String key, ConfigValue value, Collection<String> known) {
    String meant =
        Nearest.to(key, known)
            .or(() -> Nearest.to(key, withoutRoot(known)).map(ROOT::concat))
            .map("did you mean %s?"::formatted)
            .orElse("README.md lists the settings");
    add(key, value, "there is no such setting; " + meant);
  }

  /** A {@code ${substitution}} leads nowhere. */
  void addUnresolved(Found unresolved) {
    add(
        unresolved.name(),
        unresolved.value(),
        "this stands for a setting or environment variable that does not exist; expected one that"
            + " does, or the value itself");
  }

  private static List<String> withoutRoot(Collection<String> names) {
    return names.stream().map(name -> name.substring(ROOT.length())).toList();
  }

  /**
   * Does nothing if nothing is wrong.
   *
   * @throws EtlException that tells all problems
   */
  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new EtlException(
          Kind.CONFIG,
          "The configuration has %s:\n  %s"
              .formatted(
                  found.size() == 1 ? "a problem" : found.size() + " problems",
                  String.join("\n  ", found)));
    }
  }
}
