package com.sparkify.etl.core.quality;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Reference;
import com.sparkify.etl.core.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What one pass over a table counts: its rows, and those that may break what is promised of them.
 *
 * <p>A promise of which nothing is counted holds. Something may be counted for one that holds: keys
 * are told apart by 64 bits of them, and a row that points at a key of several rows is there as
 * often. What a {@link Check} finds is exact, and costs a pass of its own.
 */
public final class Profile {
  /** Rows; exact unless a table that they point at has a key twice. */
  public static final String ROWS = "_rows";

  /** Keys of more than one row; the violations of {@link Check#uniqueKey}. */
  public static final String REPEATED_KEYS = "_repeated_keys";

  /** Rows without a required value; the violations of {@link Check#requiredFields}. */
  public static final String INCOMPLETE_ROWS = "_incomplete_rows";

  private static final String DANGLING = "_dangling_";

  private Profile() {}

  /**
   * Counts {@code rows} of {@code table}, apart for each combination of {@code by}: a row with
   * those fields, then the counts by their names above, {@code sums} and {@link #danglingRows}.
   * Rows that share a key count where the least of their values is. Without {@code by} and without
   * rows the counts are null.
   *
   * @param by fields that hold numbers: to find the least of texts, Spark has to sort all rows
   * @param sums what else is summed up, by name: whole numbers
   * @param targets the rows that those of {@code table} point at
   */
  public static Dataset<Row> of(
      Table table,
      Dataset<Row> rows,
      List<Field> by,
      Map<String, Column> sums,
      Map<Reference, Dataset<Row>> targets) {
    Map<String, Column> summed = new TreeMap<>(sums);
    summed.putAll(broken(table, targets.keySet()));
    List<Column> perKey = new ArrayList<>();
    List<Column> perGroup = new ArrayList<>();
    perGroup.add(sum(oneIf(col(ROWS).gt(1))).as(REPEATED_KEYS));
    summed.forEach(
        (name, number) -> {
          perKey.add(sum(number).as(name));
          perGroup.add(sum(name).as(name));
        });
    by.forEach(field -> perKey.add(min(field.column()).as(field.name())));
    return besideTargets(rows, targets)
        .groupBy(xxhash64(Table.columns(table.key())).as("_key"))
        .agg(count(lit(1)).as(ROWS), perKey.toArray(Column[]::new))
        .groupBy(Table.columns(by))
        .agg(sum(ROWS).as(ROWS), perGroup.toArray(Column[]::new));
  }

  /** The rows of which {@code reference} points at no row; its {@link Check#references}. */
  public static String danglingRows(Reference reference) {
    return DANGLING + reference.field().name();
  }

  /**
   * What says 1 of a row that lacks a required value or points at no row, else 0, by the names of
   * their counts.
   *
   * @param references those by which rows are {@link #besideTargets}
   */
  public static Map<String, Column> broken(Table table, Set<Reference> references) {
    Map<String, Column> broken = new TreeMap<>();
    broken.put(INCOMPLETE_ROWS, oneIf(isIncomplete(table)));
    references.forEach(reference -> broken.put(danglingRows(reference), oneIf(dangles(reference))));
    return broken;
  }

  /** Whether a row of {@code table} lacks a required value. */
  static Column isIncomplete(Table table) {
    return table.fields().stream()
        .filter(Field::required)
        .map(field -> field.column().isNull())
        .reduce(Column::or)
        .orElse(lit(false));
  }

  /** {@code rows}, each beside the keys that it points at, where {@code targets} have them. */
  public static Dataset<Row> besideTargets(
      Dataset<Row> rows, Map<Reference, Dataset<Row>> targets) {
    Dataset<Row> joined = rows;
    for (Map.Entry<Reference, Dataset<Row>> target : targets.entrySet()) {
      Reference reference = target.getKey();
      joined =
          joined.join(
              target.getValue().select(reference.targetField().column().as(nameOfKnown(reference))),
              reference.field().column().equalTo(known(reference)),
              "left_outer");
    }
    return joined;
  }

  /** The key that a row beside targets points at; null where they do not have it. */
  public static Column known(Reference reference) {
    return col(nameOfKnown(reference));
  }

  private static Column dangles(Reference reference) {
    return reference.field().column().isNotNull().and(known(reference).isNull());
  }

  private static String nameOfKnown(Reference reference) {
    return "_known_" + reference.field().name();
  }

  /** 1 where {@code condition} is true, else 0. */
  public static Column oneIf(Column condition) {
    return when(condition, 1L).otherwise(0L);
  }
}
