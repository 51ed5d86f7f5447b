package com.sparkify.etl.runner.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the command line says about the configuration, as it was typed.
 *
 * @param file the file of {@code --config}
 * @param assignments the values of {@code --set}, in order: the last of a key wins
 */
public record Overrides(
    Optional<String> file,
    Optional<String> songs,
    Optional<String> events,
    Optional<String> lake,
    List<String> assignments) {
  public Overrides {
    assignments = List.copyOf(assignments);
  }

  /** The same, with one more value of {@code --set}, which wins. */
  public Overrides with(String assignment) {
    List<String> all = new ArrayList<>(assignments);
    all.add(assignment);
    return new Overrides(file, songs, events, lake, all);
  }

  /** The same without the file. */
  Overrides withoutFile() {
    return new Overrides(Optional.empty(), songs, events, lake, assignments);
  }

  /** Nothing but the defaults. */
  public static Overrides none() {
    return new Overrides(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
  }
}
