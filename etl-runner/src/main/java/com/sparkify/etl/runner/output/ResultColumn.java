package com.sparkify.etl.runner.output;

import static org.apache.spark.sql.functions.base64;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.unix_micros;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;

/** A column of a result and what its values are once they are collected. */
record ResultColumn(String name, Kind kind) {

  /** What a value is. */
  enum Kind {
    /** Microseconds since the epoch, shown as ISO 8601 in UTC. */
    INSTANT,
    /** A number, as Java has it. */
    NUMBER,
    /** A truth value. */
    TRUTH,
    /** Text that is JSON: of an array, a map or a struct. */
    JSON,
    /** Text. */
    TEXT
  }

  static ResultColumn of(String name, DataType type) {
    return new ResultColumn(name, kind(type));
  }

  /** {@code value} of {@code type}, as a value that does not depend on any time zone. */
  static Column collectable(Column value, DataType type) {
    return switch (kind(type)) {
      case INSTANT -> unix_micros(value);
      case JSON -> to_json(value);
      case NUMBER, TRUTH -> value;
      case TEXT -> text(value, type);
    };
  }

  private static Column text(Column value, DataType type) {
    if (type instanceof BinaryType) {
      return base64(value);
    }
    Column text = value.cast("string");
    return type instanceof TimestampNTZType ? regexp_replace(text, " ", "T") : text;
  }

  private static Kind kind(DataType type) {
    if (type instanceof TimestampType) {
      return Kind.INSTANT;
    } else if (type instanceof NumericType) {
      return Kind.NUMBER;
    } else if (type instanceof BooleanType) {
      return Kind.TRUTH;
    } else if (type instanceof ArrayType || type instanceof MapType || type instanceof StructType) {
      return Kind.JSON;
    } else {
      return Kind.TEXT;
    }
  }
}
