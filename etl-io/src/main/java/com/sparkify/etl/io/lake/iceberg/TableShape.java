package com.sparkify.etl.io.lake.iceberg;

import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.io.lake.Release.Part;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.iceberg.Schema;
import org.apache.iceberg.SortOrder;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.spark.SparkSchemaUtil;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * What Iceberg is told of a table: its columns with their comments and the key, how the rows are
 * divided and sorted, and how files are written.
 *
 * <p>Counts and bounds of every column are kept for each file (Iceberg's default, values cut to 16
 * characters), which is what lets a reader skip files. Bounds say nothing of identifiers that rows
 * are not sorted by, such as {@code songplay_id}: those have bloom filters, once a release brings
 * so many rows that their files have several row groups. A filter takes a megabyte a column and row
 * group whatever the number of rows; in small files it would be most of them. Columns of few values
 * get none, since Parquet's dictionaries tell the same.
 *
 * @param properties never taken away from a table that has them
 */
record TableShape(
    Table table, Schema schema, Partitioning partitioning, Map<String, String> properties) {
  private static final long ROWS_WORTH_A_BLOOM_FILTER = 1_000_000;
  private static final Set<DataType> IDENTIFIERS = Set.of(DataTypes.StringType, DataTypes.LongType);

  /** The shape in which the rows of {@code part} are to be stored. */
  static TableShape of(Part part) {
    Table table = part.table();
    Map<String, String> properties = new TreeMap<>();
    properties.put(TableProperties.FORMAT_VERSION, "2");
    properties.put(TableProperties.PARQUET_COMPRESSION, "zstd");
    properties.put(TableProperties.METADATA_DELETE_AFTER_COMMIT_ENABLED, "true");
    if (!table.row().isBlank()) {
      properties.put("comment", table.row());
    }
    if (part.amount().expected() >= ROWS_WORTH_A_BLOOM_FILTER) {
      unsortedIdentifiers(table)
          .forEach(
              field ->
                  properties.put(
                      TableProperties.PARQUET_BLOOM_FILTER_COLUMN_ENABLED_PREFIX + field.name(),
                      "true"));
    }
    return new TableShape(table, schema(table), Partitioning.of(table), properties);
  }

  /** The order of the rows in a file, for a table that has {@code stored}. */
  SortOrder order(Schema stored) {
    SortOrder.Builder order = SortOrder.builderFor(stored);
    table.orderedBy().forEach(field -> order.asc(field.name()));
    return order.build();
  }

  private static Schema schema(Table table) {
    Schema schema = SparkSchemaUtil.convert(table.schema());
    Set<Integer> key = new HashSet<>();
    if (table.key().stream().allMatch(Field::required)) {
      table.key().forEach(field -> key.add(schema.findField(field.name()).fieldId()));
    }
    return new Schema(schema.columns(), key);
  }

  /** Strings and numbers that are the key, or named as the key of another table, of no order. */
  private static List<Field> unsortedIdentifiers(Table table) {
    return table.fields().stream()
        .filter(field -> table.key().contains(field) || field.name().endsWith("_id"))
        .filter(field -> IDENTIFIERS.contains(field.type()))
        .filter(field -> table.orderedBy().indexOf(field) != 0)
        .toList();
  }
}
