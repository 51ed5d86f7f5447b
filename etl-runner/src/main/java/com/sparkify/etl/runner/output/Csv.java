package com.sparkify.etl.runner.output;

import java.io.PrintStream;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** RFC 4180 with a header; null is an empty field, empty text a quoted one. */
final class Csv {
  private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",\r\n]");
  private static final String LINE_END = "\r\n";

  private Csv() {}

  static void write(ResultRows rows, PrintStream out) {
    out.print(
        rows.columns().stream()
            .map(column -> field(column.name()))
            .collect(Collectors.joining(",", "", LINE_END)));
    for (int row = 0; row < rows.size(); row++) {
      int at = row;
      out.print(
          IntStream.range(0, rows.columns().size())
              .mapToObj(column -> rows.text(at, column).map(Csv::field).orElse(""))
              .collect(Collectors.joining(",", "", LINE_END)));
    }
  }

  private static String field(String text) {
    return text.isEmpty() || NEEDS_QUOTES.matcher(text).find()
        ? '"' + text.replace("\"", "\"\"") + '"'
        : text;
  }
}
