package com.sparkify.etl.core.table;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * What a table promises: its fields in order, the key that names a row, and how its files are laid
 * out. Field names differ by more than their case, as Spark reads them in any case.
 *
 * @param row what one row is, to follow "one row is"; blank where nobody asks (staged rows)
 * @param key the fields that name a row; empty where rows have no name (staged rows)
 * @param partitionedBy the fields whose values become folders, outermost first
 * @param orderedBy the order of the rows within a file, so that readers can skip row groups
 */
public record Table(
    String name,
    String row,
    List<Field> fields,
    List<Field> key,
    List<Field> partitionedBy,
    List<Field> orderedBy) {

  public Table {
    fields = List.copyOf(fields);
    key = List.copyOf(key);
    partitionedBy = List.copyOf(partitionedBy);
    orderedBy = List.copyOf(orderedBy);
    Set<String> taken = new HashSet<>();
    for (Field field : fields) {
      if (!taken.add(field.name().toLowerCase(Locale.ROOT))) {
        throw new IllegalArgumentException(
            "Table '%s' has more than one field '%s'"
                .formatted(name, field.name().toLowerCase(Locale.ROOT)));
      }
    }
    for (Field used : Stream.of(key, partitionedBy, orderedBy).flatMap(List::stream).toList()) {
      requireField(name, fields, used);
    }
  }

  /** A table in one folder, its rows ordered by the key. */
  public static Table of(String name, List<Field> fields, List<Field> key) {
    return new Table(name, "", fields, key, List.of(), key);
  }

  /** This table, of which one row is {@code row}. */
  public Table whereOneRowIs(String row) {
    return new Table(name, row, fields, key, partitionedBy, orderedBy);
  }

  /** This table with a folder for each value of {@code partitions}, outermost first. */
  public Table partitionedBy(Field... partitions) {
    return new Table(name, row, fields, key, List.of(partitions), orderedBy);
  }

  /** This table with its rows ordered by {@code order} within each file. */
  public Table orderedBy(Field... order) {
    return new Table(name, row, fields, key, partitionedBy, List.of(order));
  }

  public StructType schema() {
    return new StructType(fields.stream().map(Field::structField).toArray(StructField[]::new));
  }

  /**
   * The fields that the table's files hold, in order. The others are the folders of its partitions.
   */
  public List<Field> fieldsInFiles() {
    return fields.stream().filter(field -> !partitionedBy.contains(field)).toList();
  }

  void requireField(Field field) {
    requireField(name, fields, field);
  }

  /** The fields as columns, in order. */
  public Column[] columns() {
    return columns(fields);
  }

  /** {@code fields} as columns, in order. */
  public static Column[] columns(List<Field> fields) {
    return fields.stream().map(Field::column).toArray(Column[]::new);
  }

  private static void requireField(String table, List<Field> declared, Field field) {
    if (!declared.contains(field)) {
      throw new IllegalArgumentException(
          "Table '%s' has no field '%s'; its fields are %s"
              .formatted(
                  table, field.name(), declared.stream().map(Field::name).sorted().toList()));
    }
  }
}
