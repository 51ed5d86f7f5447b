package com.sparkify.etl.it.bench;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;

/** Lines below headings, for documents: the first column is words, the others are numbers. */
record MarkdownTable(List<String> headings, List<List<String>> lines) {
  MarkdownTable {
    headings = List.copyOf(headings);
    lines = lines.stream().map(List::copyOf).toList();
  }

  String text() {
    String rule = "|---|" + "---:|".repeat(headings.size() - 1);
    return Stream.concat(Stream.of(line(headings), rule), lines.stream().map(MarkdownTable::line))
        .collect(joining("\n", "", "\n"));
  }

  private static String line(List<String> texts) {
    return texts.stream().collect(joining(" | ", "| ", " |"));
  }
}
