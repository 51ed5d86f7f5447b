package com.sparkify.etl.runner.output;

import static java.time.temporal.ChronoUnit.MICROS;
import static org.apache.spark.sql.functions.col;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The rows of a query, collected to be shown. Timestamps are instants, whatever the time zone. */
public final class ResultRows {
  private final List<ResultColumn> columns;
  private final List<Row> rows;

  private ResultRows(List<ResultColumn> columns, List<Row> rows) {
    this.columns = List.copyOf(columns);
    this.rows = List.copyOf(rows);
  }

  /** Computes {@code rows} and holds all of them in memory; two columns may share a name. */
  public static ResultRows collect(Dataset<Row> rows) {
    StructField[] fields = rows.schema().fields();
    String[] places =
        IntStream.range(0, fields.length).mapToObj("_%d"::formatted).toArray(String[]::new);
    Column[] values =
        IntStream.range(0, fields.length)
            .mapToObj(
                at ->
                    ResultColumn.collectable(col(places[at]), fields[at].dataType()).as(places[at]))
            .toArray(Column[]::new);
    return new ResultRows(columns(fields), rows.toDF(places).select(values).collectAsList());
  }

  /**
   * {@code rows} that are here already.
   *
   * @param schema of text, numbers and truth values; also of arrays and structs, whose values are
   *     their JSON
   */
  public static ResultRows of(StructType schema, List<Row> rows) {
    return new ResultRows(columns(schema.fields()), rows);
  }

  private static List<ResultColumn> columns(StructField[] fields) {
    return Stream.of(fields).map(field -> ResultColumn.of(field.name(), field.dataType())).toList();
  }

  /** Writes the rows to {@code out}. */
  public void write(OutputFormat format, PrintStream out) {
    switch (format) {
      case TABLE -> writeTable(out);
      case CSV -> Csv.write(this, out);
      case JSON -> Json.write(this, out);
    }
    out.flush();
  }

  /** Each row as a JSON object on one line. */
  public List<String> objects() {
    return Json.objects(this);
  }

  private void writeTable(PrintStream out) {
    TextTable table =
        new TextTable(columns.stream().map(ResultRows::aligned).toArray(TextTable.Column[]::new));
    for (int row = 0; row < rows.size(); row++) {
      int at = row;
      table.line(
          IntStream.range(0, columns.size())
              .mapToObj(column -> text(at, column).orElse("null"))
              .toList());
    }
    table.write(out);
    out.print("(%,d %s)\n".formatted(rows.size(), rows.size() == 1 ? "row" : "rows"));
  }

  private static TextTable.Column aligned(ResultColumn column) {
    return column.kind() == ResultColumn.Kind.NUMBER
        ? TextTable.number(column.name())
        : TextTable.text(column.name());
  }

  List<ResultColumn> columns() {
    return columns;
  }

  int size() {
    return rows.size();
  }

  /** The value of a column in a row; empty if it is null. */
  Optional<Object> value(int row, int column) {
    Row values = rows.get(row);
    if (values.isNullAt(column)) {
      return Optional.empty();
    }
    return Optional.of(
        columns.get(column).kind() == ResultColumn.Kind.INSTANT
            ? Instant.EPOCH.plus(values.getLong(column), MICROS)
            : values.get(column));
  }

  /** The value of a column in a row as text; empty if it is null. */
  public Optional<String> text(int row, int column) {
    return value(row, column)
        .map(
            value ->
                value instanceof BigDecimal number ? number.toPlainString() : value.toString());
  }
}
