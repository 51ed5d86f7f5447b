package com.sparkify.etl.runner.job;

import com.sparkify.etl.runner.output.AnswerSheet;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * An answer beside the one that was expected, row by row: rows have an order.
 *
 * @param expected empty if nobody expected anything
 */
record Comparison(String question, Optional<List<String>> expected, List<String> actual) {
  private static final int SHOWN = 10;

  Comparison {
    actual = List.copyOf(actual);
  }

  static Comparison of(String question, AnswerSheet sheet, List<String> actual) {
    return new Comparison(question, Optional.ofNullable(sheet.answers().get(question)), actual);
  }

  boolean isSame() {
    return expected.equals(Optional.of(actual));
  }

  /** Writes a line, and below it the first rows that differ. */
  void write(PrintStream out) {
    out.print("%-7s  %s: %s\n".formatted(isSame() ? "same" : "differs", question, summary()));
    int[] different = differentRows();
    for (int row : IntStream.of(different).limit(SHOWN).toArray()) {
      out.print(
          "  row %d\n    expected %s\n    actual   %s\n"
              .formatted(row + 1, row(expected.orElse(List.of()), row), row(actual, row)));
    }
    if (different.length > SHOWN) {
      out.print("  and %,d more rows\n".formatted(different.length - SHOWN));
    }
    out.flush();
  }

  private String summary() {
    if (expected.isEmpty()) {
      return "the file has no answer to it";
    }
    return isSame()
        ? "%,d %s".formatted(actual.size(), actual.size() == 1 ? "row" : "rows")
        : "differences in %,d of its rows; %,d were expected, there are %,d"
            .formatted(differentRows().length, expected.orElseThrow().size(), actual.size());
  }

  private int[] differentRows() {
    List<String> wanted = expected.orElse(actual);
    return IntStream.range(0, Math.max(wanted.size(), actual.size()))
        .filter(row -> !row(wanted, row).equals(row(actual, row)))
        .toArray();
  }

  private static String row(List<String> rows, int row) {
    return row < rows.size() ? rows.get(row) : "no such row";
  }
}
