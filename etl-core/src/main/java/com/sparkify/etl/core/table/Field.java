package com.sparkify.etl.core.table;

import static java.util.Objects.requireNonNull;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;

/**
 * A declared column: its name, its type, whether every row has a value, and what it means.
 *
 * <p>{@code personal} marks what could point at a person (a name, a place, a device). Personal
 * values stay out of messages and reports.
 */
public record Field(String name, DataType type, boolean required, boolean personal, String doc) {

  public Field {
    requireNonNull(name, "name");
    requireNonNull(type, "type");
    requireNonNull(doc, "doc");
  }

  /** A field that has a value in every row. Each one has a check; Spark does not enforce it. */
  public static Field required(String name, DataType type, String doc) {
    return new Field(name, type, true, false, doc);
  }

  /** A field that may be null; {@code doc} says what null means. */
  public static Field optional(String name, DataType type, String doc) {
    return new Field(name, type, false, false, doc);
  }

  /** This field, marked as personal. */
  public Field asPersonal() {
    return new Field(name, type, required, true, doc);
  }

  /** This field, read from rows that have it. */
  public Column column() {
    return functions.col(name);
  }

  /** The value that fills this field: {@code value} cast to its type and given its name. */
  public Column from(Column value) {
    return value.cast(type).as(name);
  }

  StructField structField() {
    return new StructField(name, type, !required, Metadata.empty()).withComment(doc);
  }
}
