package com.sparkify.etl.core.quality;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What one pass over a table counts: its rows, and those that break what is promised of the table
 * by itself. A {@link Check} shows such rows, and costs a pass of its own.
 */
public final class Profile {
  /** Rows. */
  public static final String ROWS = "_rows";

  /** Keys of more than one row; the violations of {@link Check#uniqueKey}. */
  public static final String REPEATED_KEYS = "_repeated_keys";

  /** Rows without a required value; the violations of {@link Check#requiredFields}. */
  public static final String INCOMPLETE_ROWS = "_incomplete_rows";

  private Profile() {}

  /**
   * Counts {@code rows} of {@code table}, apart for each combination of {@code by}: a row with
   * those fields, then the counts by their names above and those of {@code kinds}. Rows that share
   * a key count where the least of their values is. Without {@code by} and without rows the counts
   * are null.
   *
   * @param by fields that hold numbers: to find the least of texts, Spark has to sort all rows
   * @param kinds what else is counted, by name: the rows for which it is true
   */
  public static Dataset<Row> of(
      Table table, Dataset<Row> rows, List<Field> by, Map<String, Column> kinds) {
    Map<String, Column> counted = new TreeMap<>(kinds);
    counted.put(INCOMPLETE_ROWS, isIncomplete(table));
    List<Column> perKey = new ArrayList<>();
    List<Column> perGroup = new ArrayList<>();
    perGroup.add(number(col(ROWS).gt(1)).as(REPEATED_KEYS));
    counted.forEach(
        (name, condition) -> {
          perKey.add(number(condition).as(name));
          perGroup.add(sum(name).as(name));
        });
    by.stream()
        .filter(field -> !table.key().contains(field))
        .forEach(field -> perKey.add(min(field.column()).as(field.name())));
    return rows.groupBy(Table.columns(table.key()))
        .agg(count(lit(1)).as(ROWS), perKey.toArray(Column[]::new))
        .groupBy(Table.columns(by))
        .agg(sum(ROWS).as(ROWS), perGroup.toArray(Column[]::new));
  }

  /** Whether a row of {@code table} lacks a required value. */
  static Column isIncomplete(Table table) {
    return table.fields().stream()
        .filter(Field::required)
        .map(field -> field.column().isNull())
        .reduce(Column::or)
        .orElse(lit(false));
  }

  private static Column number(Column condition) {
    return sum(when(condition, 1L).otherwise(0L));
  }
}
