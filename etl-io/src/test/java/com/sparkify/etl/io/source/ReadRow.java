package com.sparkify.etl.io.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sparkify.etl.core.source.Origin;
import com.sparkify.etl.core.table.Field;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/** A row that the reader made, read without a Spark job. */
record ReadRow(Map<String, Object> values) {
  private static final Configuration CONF = new Configuration();

  /** The rows of one file, all columns. */
  static List<ReadRow> of(SourceLayout layout, Path file) {
    return of(layout, layout.raw().schema(), List.of(file));
  }

  static List<ReadRow> of(SourceLayout layout, StructType columns, List<Path> paths) {
    return ofListed(layout, columns, paths.stream().map(ReadRow::listed).toList());
  }

  static List<ReadRow> ofListed(SourceLayout layout, SourceFile file) {
    return ofListed(layout, layout.raw().schema(), List.of(file));
  }

  private static List<ReadRow> ofListed(
      SourceLayout layout, StructType columns, List<SourceFile> listed) {
    List<ReadRow> all = new ArrayList<>();
    List<String> names = layout.fields().stream().map(Field::name).toList();
    FilesInOrder files = new FilesInOrder(listed.stream().map(FilePart::whole).toList(), CONF);
    try (JsonPartitionReader reader =
        new JsonPartitionReader(layout, names, files, new RawRows(layout.fields(), columns))) {
      while (reader.next()) {
        ColumnarBatch batch = reader.get();
        for (int i = 0; i < batch.numRows(); i++) {
          all.add(copy(columns, batch.getRow(i)));
        }
      }
    } catch (IOException unexpected) {
      throw new UncheckedIOException(unexpected);
    }
    return all;
  }

  static SourceFile listed(Path file) {
    try {
      return new SourceFile(file.toUri().toString(), Files.size(file), 0);
    } catch (IOException unexpected) {
      throw new UncheckedIOException(unexpected);
    }
  }

  @SuppressWarnings("NullAway") // a test says what is null
  Object get(Field field) {
    return values.get(field.name());
  }

  String problem() {
    return (String) get(Origin.READ_PROBLEM);
  }

  String unknownFields() {
    return (String) get(Origin.UNKNOWN_FIELDS);
  }

  long line() {
    return (long) get(Origin.SOURCE_LINE);
  }

  String raw() {
    return new String((byte[]) get(Origin.RAW), UTF_8);
  }

  private static ReadRow copy(StructType columns, InternalRow row) {
    Map<String, Object> values = new HashMap<>();
    for (int i = 0; i < columns.length(); i++) {
      StructField column = columns.fields()[i];
      values.put(column.name(), row.isNullAt(i) ? null : value(column.dataType(), row, i));
    }
    return new ReadRow(values);
  }

  private static Object value(DataType type, InternalRow row, int i) {
    return switch (type.typeName()) {
      case "string" -> row.getUTF8String(i).toString();
      case "integer" -> row.getInt(i);
      case "long" -> row.getLong(i);
      case "double" -> row.getDouble(i);
      case "binary" -> row.getBinary(i);
      default -> throw new IllegalArgumentException(type.typeName());
    };
  }
}
