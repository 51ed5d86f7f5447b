package com.sparkify.etl.core.quality;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Table;
import java.util.List;
import java.util.stream.Stream;
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
   * those fields, then the counts by their names above. Rows that share a key count where the least
   * of their values is. Without {@code by} and without rows the counts are null.
   */
  public static Dataset<Row> of(Table table, Dataset<Row> rows, List<Field> by) {
    Column[] perKey =
        Stream.concat(
                Stream.of(number(isIncomplete(table)).as(INCOMPLETE_ROWS)),
                by.stream()
                    .filter(field -> !table.key().contains(field))
                    .map(field -> min(field.column()).as(field.name())))
            .toArray(Column[]::new);
    return rows.groupBy(Table.columns(table.key()))
        .agg(count(lit(1)).as(ROWS), perKey)
        .groupBy(Table.columns(by))
        .agg(
            sum(ROWS).as(ROWS),
            number(col(ROWS).gt(1)).as(REPEATED_KEYS),
            sum(INCOMPLETE_ROWS).as(INCOMPLETE_ROWS));
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
