package com.sparkify.etl.io.catalog;

import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A table as the catalog has it.
 *
 * @param columns each with its name and type, those of the partitions last
 * @param partitionedBy names of columns, outermost first
 * @param details what else the catalog says, by what it calls it
 */
record Registered(List<String> columns, List<String> partitionedBy, Map<String, String> details) {
  private static final String DETAILS = "# Detailed Table Information";
  private static final String PARTITIONS = "# Partition Information";

  Registered {
    columns = List.copyOf(columns);
    partitionedBy = List.copyOf(partitionedBy);
    details = new TreeMap<>(details);
  }

  /** Out of the lines of {@code DESCRIBE TABLE EXTENDED}. */
  static Registered of(StructType schema, List<Row> lines) {
    List<String> partitionedBy = new ArrayList<>();
    Map<String, String> details = new TreeMap<>();
    String part = "";
    for (Row line : lines) {
      String name = line.getString(0);
      if (name.startsWith("# ")) {
        part = name.equals("# col_name") ? part : name;
      } else if (part.equals(PARTITIONS) && !name.isEmpty()) {
        partitionedBy.add(name);
      } else if (part.equals(DETAILS) && !name.isEmpty()) {
        details.put(name, line.getString(1));
      }
    }
    return new Registered(
        Stream.of(schema.fields()).map(Registered::column).toList(), partitionedBy, details);
  }

  /** Where its files are; blank if the catalog does not say. */
  String location() {
    return details.getOrDefault("Location", "");
  }

  /** Whether the files are those of whoever made them, and stay when the table is dropped. */
  boolean isExternal() {
    return details.getOrDefault("Type", "").equals("EXTERNAL");
  }

  /** In what it differs from {@code table} in {@code folder}; empty if in nothing. */
  Optional<String> differenceFrom(Table table, String folder) {
    List<String> expected =
        SparkDdl.columns(table).map(field -> column(structField(table, field))).toList();
    List<String> folders = table.partitionedBy().stream().map(Field::name).toList();
    if (!isExternal()) {
      return Optional.of("it is no external table");
    }
    if (!LakeFolder.isSame(location(), folder)) {
      return Optional.of("it is at '%s', the lake's at '%s'".formatted(location(), folder));
    }
    if (!partitionedBy.equals(folders)) {
      return Optional.of(
          "it is partitioned by %s, the lake's by %s".formatted(partitionedBy, folders));
    }
    return columns.equals(expected)
        ? Optional.empty()
        : Optional.of("its columns are %s, the lake's are %s".formatted(columns, expected));
  }

  private static StructField structField(Table table, Field field) {
    return table.schema().apply(field.name());
  }

  private static String column(StructField field) {
    return field.name() + " " + field.dataType().simpleString();
  }
}
