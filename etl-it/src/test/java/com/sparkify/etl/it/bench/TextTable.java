package com.sparkify.etl.it.bench;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rows of texts under headings: the first column is words, the others are numbers. */
record TextTable(List<String> headings, List<List<String>> rows) {
  TextTable {
    headings = List.copyOf(headings);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** For people: columns of equal width. */
  String plain() {
    List<List<String>> lines = new ArrayList<>(List.of(headings));
    lines.addAll(rows);
    List<Integer> widths =
        IntStream.range(0, headings.size())
            .mapToObj(
                column -> Collections.max(lines.stream().map(l -> l.get(column).length()).toList()))
            .toList();
    return lines.stream()
        .map(
            line ->
                IntStream.range(0, line.size())
                    .mapToObj(
                        column ->
                            ("%" + (column == 0 ? "-" : "") + widths.get(column) + "s")
                                .formatted(line.get(column)))
                    .collect(joining("  "))
                    .stripTrailing())
        .collect(joining("\n", "", "\n"));
  }

  /** For documents. */
  String markdown() {
    String rule = "|---|" + "---:|".repeat(headings.size() - 1);
    return Stream.concat(Stream.of(line(headings), rule), rows.stream().map(TextTable::line))
        .collect(joining("\n", "", "\n"));
  }

  private static String line(List<String> texts) {
    return texts.stream().collect(joining(" | ", "| ", " |"));
  }
}
