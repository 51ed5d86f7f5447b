package com.sparkify.etl.runner.output;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Rows in aligned columns: numbers to the right, null as {@code null}, one line a row. */
final class TextTable {
  private static final String GAP = "  ";

  private final List<Boolean> toTheRight;
  private final List<List<String>> lines = new ArrayList<>();

  private TextTable(ResultRows rows) {
    List<ResultColumn> columns = rows.columns();
    toTheRight = columns.stream().map(column -> column.kind() == ResultColumn.Kind.NUMBER).toList();
    lines.add(columns.stream().map(column -> Glyphs.escaped(column.name())).toList());
    for (int row = 0; row < rows.size(); row++) {
      int at = row;
      lines.add(
          IntStream.range(0, columns.size())
              .mapToObj(column -> Glyphs.escaped(rows.text(at, column).orElse("null")))
              .toList());
    }
  }

  static void write(ResultRows rows, PrintStream out) {
    new TextTable(rows).write(out);
    out.print("(%,d %s)\n".formatted(rows.size(), rows.size() == 1 ? "row" : "rows"));
  }

  private void write(PrintStream out) {
    List<Integer> widths = IntStream.range(0, toTheRight.size()).mapToObj(this::width).toList();
    out.print(line(lines.get(0), widths));
    out.print(line(widths.stream().map("-"::repeat).toList(), widths));
    lines.subList(1, lines.size()).forEach(cells -> out.print(line(cells, widths)));
  }

  private int width(int column) {
    return lines.stream().mapToInt(cells -> Glyphs.width(cells.get(column))).max().orElse(0);
  }

  private String line(List<String> cells, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < cells.size(); column++) {
      String cell = cells.get(column);
      String padding = " ".repeat(widths.get(column) - Glyphs.width(cell));
      line.append(column == 0 ? "" : GAP)
          .append(toTheRight.get(column) ? padding + cell : cell + padding);
    }
    return line.toString().stripTrailing() + "\n";
  }
}
