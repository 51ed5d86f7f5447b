package com.sparkify.etl.runner.job;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.runner.output.ResultRows;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * How the rows of a table differ between two versions, told apart by the table's key.
 *
 * @param changes what there is of each kind; a kind without rows is not in it
 */
record TableDiff(Table table, Map<Change, Found> changes) {

  /** What became of a row. */
  enum Change {
    /** Only the newer version has its key. */
    ADDED,
    /** Only the older version has its key. */
    REMOVED,
    /** Both have its key, with other values. */
    CHANGED;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Rows of one kind.
   *
   * @param keys those of the first rows in the order of the key, as JSON, without personal values
   */
  record Found(long rows, List<String> keys) {
    Found {
      keys = List.copyOf(keys);
    }
  }

  TableDiff {
    changes = Map.copyOf(changes);
  }

  /** Compares the rows in one pass; a key is that of one row in each version, or of none. */
  static TableDiff of(Table table, Dataset<Row> before, Dataset<Row> after, int examples) {
    WindowSpec kind = Window.partitionBy("_change");
    Map<Change, List<Row>> found = new EnumMap<>(Change.class);
    differing(table, before, after)
        .select(
            col("_change"),
            count(lit(1)).over(kind).as("_rows"),
            row_number().over(kind.orderBy(Table.columns(table.key()))).as("_number"),
            to_json(struct(shown(table))).as("_key"))
        .where(col("_number").leq(Math.max(1, examples)))
        .orderBy("_change", "_number")
        .collectAsList()
        .forEach(
            row ->
                found
                    .computeIfAbsent(Change.valueOf(row.getString(0)), any -> new ArrayList<>())
                    .add(row));
    Map<Change, Found> changes = new EnumMap<>(Change.class);
    found.forEach(
        (change, rows) ->
            changes.put(
                change,
                new Found(
                    rows.get(0).getLong(1),
                    rows.stream().limit(examples).map(row -> row.getString(3)).toList())));
    return new TableDiff(table, changes);
  }

  /** The keys of rows that differ, each with what became of it. */
  private static Dataset<Row> differing(Table table, Dataset<Row> before, Dataset<Row> after) {
    List<Column> older = new ArrayList<>(List.of(struct(table.columns()).as("_older")));
    table.key().forEach(field -> older.add(field.column().as(aside(field))));
    List<Column> newer = new ArrayList<>(List.of(struct(table.columns()).as("_newer")));
    table.key().forEach(field -> newer.add(field.column()));
    Column sameKey =
        table.key().stream()
            .map(field -> field.column().equalTo(col(aside(field))))
            .reduce(Column::and)
            .orElseThrow();
    List<Column> keys = new ArrayList<>();
    table.key().forEach(field -> keys.add(field.from(coalesce(field.column(), col(aside(field))))));
    keys.add(
        when(col("_older").isNull(), Change.ADDED.name())
            .when(col("_newer").isNull(), Change.REMOVED.name())
            .otherwise(Change.CHANGED.name())
            .as("_change"));
    return before
        .select(older.toArray(Column[]::new))
        .join(after.select(newer.toArray(Column[]::new)), sameKey, "full_outer")
        .where(not(col("_older").eqNullSafe(col("_newer"))))
        .select(keys.toArray(Column[]::new));
  }

  private static Column[] shown(Table table) {
    return Table.columns(table.key().stream().filter(field -> !field.personal()).toList());
  }

  private static String aside(Field field) {
    return "_" + field.name();
  }

  long rows(Change change) {
    Found found = changes.get(change);
    return found == null ? 0 : found.rows();
  }

  List<String> keys(Change change) {
    Found found = changes.get(change);
    return found == null ? List.of() : found.keys();
  }

  /** A row for each of {@code diffs}. */
  static ResultRows rows(List<TableDiff> diffs) {
    StructType schema = new StructType().add("table", StringType);
    for (Change change : Change.values()) {
      schema =
          schema
              .add(change.toString(), LongType)
              .add(change + "_keys", DataTypes.createArrayType(StringType));
    }
    return ResultRows.of(schema, diffs.stream().map(TableDiff::row).toList());
  }

  private Row row() {
    List<Object> values = new ArrayList<>(List.of(table.name()));
    for (Change change : Change.values()) {
      values.add(rows(change));
      values.add("[%s]".formatted(String.join(",", keys(change))));
    }
    return RowFactory.create(values.toArray());
  }
}
