package com.sparkify.etl.core.quality;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;

import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Reference;
import com.sparkify.etl.core.table.Table;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * A promise about the tables, told as the rows that break it. Lazy: they are described to Spark
 * when they are asked for, and whoever gates the run counts them.
 *
 * <p>The rows that break a promise hold no personal field, so they may be shown.
 */
public final class Check {
  private final String promise;
  private final Supplier<Dataset<Row>> violations;

  private Check(String promise, Supplier<Dataset<Row>> violations) {
    this.promise = promise;
    this.violations = violations;
  }

  /** What is promised, in words that name it among all checks. */
  public String promise() {
    return promise;
  }

  /** The rows that break it. */
  public Dataset<Row> violations() {
    return violations.get();
  }

  /** No two rows share a key. A violation is a key with the number of its rows. */
  public static Check uniqueKey(Table table, Dataset<Row> rows) {
    return new Check(
        "%s: one row per %s".formatted(table.name(), names(table.key())),
        () ->
            rows.groupBy(Table.columns(table.key()))
                .agg(count(lit(1)).as("rows"))
                .where(col("rows").gt(1))
                .select(shown(table.key(), col("rows"))));
  }

  /** Every required field has a value. A violation is the row without its personal fields. */
  public static Check requiredFields(Table table, Dataset<Row> rows) {
    List<Field> required = table.fields().stream().filter(Field::required).toList();
    return new Check(
        "%s: %s are never null".formatted(table.name(), names(required)),
        () -> rows.where(Profile.isIncomplete(table)).select(shown(table.fields())));
  }

  /**
   * Every value of the reference is a key of {@code target}'s; null is allowed. A violation is the
   * key of the row that points, and what it points at.
   *
   * @param rows the rows of the table that points
   * @param target the rows that are pointed at
   */
  public static Check references(Reference reference, Dataset<Row> rows, Dataset<Row> target) {
    Table table = reference.table();
    Column pointer = reference.field().column();
    List<Field> pointing =
        Stream.concat(table.key().stream(), Stream.of(reference.field())).distinct().toList();
    return new Check(
        "%s: %s is a row of %s"
            .formatted(table.name(), reference.field().name(), reference.target().name()),
        () ->
            rows.where(pointer.isNotNull())
                .select(Table.columns(pointing))
                .join(
                    target.select(reference.targetField().column().as("_known")),
                    pointer.equalTo(col("_known")),
                    "left_anti")
                .select(shown(pointing)));
  }

  /**
   * Each period of an {@code owner} ends where the next begins, and only the last has no end. A
   * violation is the start of a period whose end is something else.
   */
  public static Check unbrokenPeriods(
      Table table, Field owner, Field from, Field to, Dataset<Row> rows) {
    Column next =
        lead(from.column(), 1).over(Window.partitionBy(owner.column()).orderBy(from.column()));
    return new Check(
        "%s: the periods of a %s neither overlap nor leave a gap"
            .formatted(table.name(), owner.name()),
        () ->
            rows.select(owner.column(), from.column(), to.column(), next.as("_next"))
                .where(
                    to.column()
                        .eqNullSafe(col("_next"))
                        .and(coalesce(from.column().lt(to.column()), lit(true)))
                        .equalTo(false))
                .select(shown(List.of(owner, from, to), col("_next"))));
  }

  /**
   * As many rows as there are of {@code source}. The violation is the two numbers.
   *
   * @param sourceCount one row with one number, a long
   */
  public static Check sameCount(
      Table table, Dataset<Row> rows, String source, Dataset<Row> sourceCount) {
    return new Check(
        "%s: as many rows as %s".formatted(table.name(), source),
        () ->
            rows.agg(count(lit(1)).as(table.name()))
                .crossJoin(sourceCount.toDF(source))
                .where(col(table.name()).notEqual(col(source))));
  }

  private static Column[] shown(List<Field> fields, Column... more) {
    return Stream.concat(
            fields.stream().filter(field -> !field.personal()).map(Field::column), Stream.of(more))
        .toArray(Column[]::new);
  }

  private static String names(List<Field> fields) {
    return String.join(", ", fields.stream().map(Field::name).toList());
  }
}
