package com.sparkify.etl.runner.output;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Lines in aligned columns, with a header. Control characters are shown escaped. */
public final class TextTable {
  private static final String GAP = "  ";

  /** A column and the side on which its cells line up. */
  public record Column(String name, Side side) {}

  /** A side of a column. */
  public enum Side {
    LEFT,
    RIGHT
  }

  private final List<Column> columns;
  private final List<List<String>> lines = new ArrayList<>();

  public TextTable(Column... columns) {
    this.columns = List.of(columns);
  }

  /** A column of text. */
  public static Column text(String name) {
    return new Column(name, Side.LEFT);
  }

  /** A column of numbers. */
  public static Column number(String name) {
    return new Column(name, Side.RIGHT);
  }

  /** Adds a line with a cell for each column. */
  public TextTable line(List<String> cells) {
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException("%s has no cell for each of %s".formatted(cells, columns));
    }
    lines.add(cells.stream().map(Glyphs::escaped).toList());
    return this;
  }

  /** Writes the header, a rule, and the lines. */
  public void write(PrintStream out) {
    List<String> names = columns.stream().map(column -> Glyphs.escaped(column.name())).toList();
    List<Integer> widths =
        IntStream.range(0, columns.size()).mapToObj(at -> width(names, at)).toList();
    out.print(aligned(names, widths));
    out.print(aligned(widths.stream().map("-"::repeat).toList(), widths));
    lines.forEach(cells -> out.print(aligned(cells, widths)));
  }

  private int width(List<String> names, int column) {
    return Math.max(
        Glyphs.width(names.get(column)),
        lines.stream().mapToInt(cells -> Glyphs.width(cells.get(column))).max().orElse(0));
  }

  private String aligned(List<String> cells, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < cells.size(); column++) {
      String cell = cells.get(column);
      String padding = " ".repeat(widths.get(column) - Glyphs.width(cell));
      line.append(column == 0 ? "" : GAP)
          .append(columns.get(column).side() == Side.RIGHT ? padding + cell : cell + padding);
    }
    return line.toString().stripTrailing() + "\n";
  }
}
