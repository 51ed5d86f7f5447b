package com.sparkify.etl.it.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was measured in one case: the trials of each process, as medians and their ratios. */
final class Findings {
  private final String title;
  private final Map<String, List<Trial>> trials = new LinkedHashMap<>();
  private final List<String> ratios = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /**
   * @param title what the processes had to do
   */
  Findings(String title) {
    this.title = title;
  }

  /** One more trial of the process that is called {@code name}. */
  void add(String name, Trial trial) {
    trials.computeIfAbsent(name, none -> new ArrayList<>()).add(trial);
  }

  /** A process that was not tried, which the table says with dashes and a note with the reason. */
  void skip(String name, String reason) {
    trials.put(name, List.of());
    notes.add("%s was not run: %s.".formatted(name, reason));
  }

  /** A sentence below the table. */
  void note(String sentence) {
    notes.add(sentence);
  }

  /** Adds the ratio of the medians of two processes, if both were tried. */
  void compare(String name, String to) {
    if (trials.containsKey(name) && trials.containsKey(to)) {
      ratios.add(
          "%s / %s: wall %s, CPU %s, peak memory %s"
              .formatted(
                  name,
                  to,
                  ratio(Quantity.WALL, name, to),
                  ratio(Quantity.CPU, name, to),
                  ratio(Quantity.MEMORY, name, to)));
    }
  }

  /** For people. */
  String plain() {
    return "%s%n%n%s%n%s".formatted(title, table().plain(), sentences(""));
  }

  /** For documents. */
  String markdown() {
    return "%s%n%n%s%n%s".formatted(title, table().markdown(), sentences("- "));
  }

  private TextTable table() {
    List<String> headings = new ArrayList<>(List.of("median"));
    Stream.of(Quantity.values()).map(Quantity::heading).forEach(headings::add);
    return new TextTable(headings, trials.keySet().stream().map(this::row).toList());
  }

  private List<String> row(String name) {
    List<String> row = new ArrayList<>(List.of(name));
    for (Quantity quantity : Quantity.values()) {
      row.add(quantity.written(median(quantity, name)));
    }
    return row;
  }

  private String sentences(String bullet) {
    return Stream.concat(ratios.stream(), notes.stream())
        .map(sentence -> bullet + sentence + System.lineSeparator())
        .collect(Collectors.joining());
  }

  private String ratio(Quantity quantity, String name, String to) {
    OptionalDouble ours = median(quantity, name);
    OptionalDouble theirs = median(quantity, to);
    return ours.isPresent() && theirs.isPresent() && theirs.getAsDouble() > 0
        ? String.format(Locale.ROOT, "%.2f", ours.getAsDouble() / theirs.getAsDouble())
        : "-";
  }

  private OptionalDouble median(Quantity quantity, String name) {
    return Median.of(
        Optional.ofNullable(trials.get(name)).orElse(List.of()).stream()
            .map(quantity::of)
            .toList());
  }
}
