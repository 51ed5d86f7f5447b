package com.sparkify.etl.core.table;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.Function1;

/** Row-picking steps to chain with {@link Dataset#transform}. */
public final class Rows {

  private static final String LAST = "_last";
  private static final String NUMBER = "_rows";

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
   * What {@link #lastPer} keeps, for many rows of which few share a key: only those are sorted, and
   * the others stay where they are.
   *
   * @param key fields that are never null
   * @param repeated what {@link #repeated} finds in the rows
   */
  public static Function1<Dataset<Row>, Dataset<Row>> lastPer(
      List<Field> key, List<Field> order, Dataset<Row> repeated) {
    Column isRepeated =
        key.stream()
            .map(field -> field.column().equalTo(col(aside(field))))
            .reduce(Column::and)
            .orElseThrow();
    Column[] kept = Table.columns(Stream.concat(key.stream(), order.stream()).toList());
    return rows ->
        rows.join(repeated, isRepeated, "left_anti")
            .select(kept)
            .union(rows.join(repeated, isRepeated, "left_semi").transform(lastPer(key, order)));
  }

  /**
   * The keys that several {@code rows} share, under names that rows do not have, with the number of
   * those rows.
   */
  public static Function1<Dataset<Row>, Dataset<Row>> repeated(List<Field> key) {
    Column[] named =
        key.stream().map(field -> field.column().as(aside(field))).toArray(Column[]::new);
    return rows -> rows.groupBy(named).agg(count(lit(1)).as(NUMBER)).where(col(NUMBER).gt(1));
  }

  /**
   * One row with one number: how many keys the rows have.
   *
   * @param repeated what {@link #repeated} finds in the rows
   */
  public static Function1<Dataset<Row>, Dataset<Row>> numberOfKeys(Dataset<Row> repeated) {
    Column surplus = coalesce(sum(col(NUMBER).minus(1)), lit(0L));
    return rows ->
        rows.agg(count(lit(1)).as("_all"))
            .crossJoin(repeated.agg(surplus.as("_surplus")))
            .select(col("_all").minus(col("_surplus")).as("keys"));
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
