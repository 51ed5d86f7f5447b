package com.sparkify.etl.core.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.Function1;

/** Row-picking steps to chain with {@link Dataset#transform}. */
public final class Rows {

  private static final String LAST = "_last";

  private Rows() {}

  /**
   * Keeps the last row of each {@code key} in ascending {@code order}, with the columns of {@code
   * key} and {@code order} and no others; null comes before every value.
   *
   * <p>Rows that agree in {@code key} and {@code order} are the same row, so there is no tie that
   * chance could break: to keep more columns, add them to the end of {@code order}.
   */
  public static Function1<Dataset<Row>, Dataset<Row>> lastPer(List<Field> key, List<Field> order) {
    Column last = max(struct(Table.columns(order))).as(LAST);
    Column[] kept =
        Stream.concat(
                key.stream().map(Field::column),
                order.stream().map(field -> col(LAST).getField(field.name()).as(field.name())))
            .toArray(Column[]::new);
    return rows -> rows.groupBy(Table.columns(key)).agg(last).select(kept);
  }

  /**
   * Keeps the rows of each {@code key} in which {@code time} is greatest; there may be several, of
   * which {@link #lastPer} then has few to sort.
   *
   * @param time a field that is never null
   */
  public static Function1<Dataset<Row>, Dataset<Row>> newestPer(Field key, Field time) {
    return rows -> {
      Dataset<Row> newest =
          rows.groupBy(key.column().as(aside(key))).agg(max(time.column()).as(aside(time)));
      return rows.join(
          newest,
          key.column().equalTo(col(aside(key))).and(time.column().equalTo(col(aside(time)))),
          "left_semi");
    };
  }

  private static String aside(Field field) {
    return "_" + field.name();
  }
}
