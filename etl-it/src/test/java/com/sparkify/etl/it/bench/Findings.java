package com.sparkify.etl.it.bench;

import static com.sparkify.etl.runner.output.TextTable.number;
import static com.sparkify.etl.runner.output.TextTable.text;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sparkify.etl.it.Median;
import com.sparkify.etl.runner.output.TextTable;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
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
  /** Above the names of the processes; the values are medians. */
  private static final String NAME = "median";

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
    return "%s%n%n%s%n%s".formatted(title, aligned(), sentences(""));
  }

  /** For documents. */
  String markdown() {
    return "%s%n%n%s%n%s"
        .formatted(title, new MarkdownTable(headings(), rows()).text(), sentences("- "));
  }

  private String aligned() {
    TextTable table =
        new TextTable(
            headings().stream()
                .map(heading -> heading.equals(NAME) ? text(heading) : number(heading))
                .toArray(TextTable.Column[]::new));
    rows().forEach(table::line);
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    table.write(new PrintStream(written, true, UTF_8));
    return written.toString(UTF_8);
  }

  private static List<String> headings() {
    return Stream.concat(Stream.of(NAME), Stream.of(Quantity.values()).map(Quantity::heading))
        .toList();
  }

  private List<List<String>> rows() {
    return trials.keySet().stream().map(this::row).toList();
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
