package com.sparkify.etl.io.catalog;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import com.sparkify.etl.core.table.Field;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.DataType;

/**
 * How an engine writes names, texts and types. Names are always quoted, so that none is a keyword
 * and none depends on its case.
 */
final class Engine {
  static final Engine SPARK =
      new Engine(
          "Spark",
          '`',
          Backslash.ESCAPES,
          Map.of(
              StringType, "STRING",
              LongType, "BIGINT",
              IntegerType, "INT",
              DoubleType, "DOUBLE",
              BooleanType, "BOOLEAN",
              TimestampType, "TIMESTAMP"));

  /** The DDL of Athena is Hive's. Its timestamps are UTC. */
  static final Engine ATHENA =
      new Engine(
          "Athena",
          '`',
          Backslash.ESCAPES,
          Map.of(
              StringType, "string",
              LongType, "bigint",
              IntegerType, "int",
              DoubleType, "double",
              BooleanType, "boolean",
              TimestampType, "timestamp"));

  static final Engine POSTGRES =
      new Engine(
          "PostgreSQL",
          '"',
          Backslash.IS_ITSELF,
          Map.of(
              StringType, "text",
              LongType, "bigint",
              IntegerType, "integer",
              DoubleType, "double precision",
              BooleanType, "boolean",
              TimestampType, "timestamp with time zone"));

  static final Engine REDSHIFT =
      new Engine(
          "Redshift",
          '"',
          Backslash.IS_ITSELF_TWICE,
          Map.of(
              StringType, "VARCHAR(65535)",
              LongType, "BIGINT",
              IntegerType, "INTEGER",
              DoubleType, "DOUBLE PRECISION",
              BooleanType, "BOOLEAN",
              TimestampType, "TIMESTAMPTZ"));

  /** Redshift over files; it knows no type of time with a zone there. Its timestamps are UTC. */
  static final Engine SPECTRUM =
      new Engine(
          "Redshift Spectrum",
          '"',
          Backslash.IS_ITSELF_TWICE,
          Map.of(
              StringType, "VARCHAR(65535)",
              LongType, "BIGINT",
              IntegerType, "INTEGER",
              DoubleType, "DOUBLE PRECISION",
              BooleanType, "BOOLEAN",
              TimestampType, "TIMESTAMP"));

  /** What a backslash in a text means. */
  private enum Backslash {
    /** It escapes the quote, and itself. */
    ESCAPES,
    /** It is a letter; a quote is written twice. */
    IS_ITSELF,
    /** Both are written twice. */
    IS_ITSELF_TWICE
  }

  private final String name;
  private final char quote;
  private final Backslash backslash;
  private final Map<DataType, String> types;

  private Engine(String name, char quote, Backslash backslash, Map<DataType, String> types) {
    this.name = name;
    this.quote = quote;
    this.backslash = backslash;
    this.types = types;
  }

  /** {@code name} as the name of something. */
  String name(String name) {
    String end = String.valueOf(quote);
    return end + name.replace(end, end + end) + end;
  }

  /** A name within another: of a table within its database. */
  String name(String within, String name) {
    return name(within) + "." + name(name);
  }

  String names(List<Field> fields) {
    return fields.stream().map(field -> name(field.name())).collect(Collectors.joining(", "));
  }

  /** {@code text} as a value. */
  String text(String text) {
    String escaped =
        switch (backslash) {
          case ESCAPES -> text.replace("\\", "\\\\").replace("'", "\\'");
          case IS_ITSELF -> text.replace("'", "''");
          case IS_ITSELF_TWICE -> text.replace("\\", "\\\\").replace("'", "''");
        };
    return "'" + escaped + "'";
  }

  /**
   * The type of {@code field}.
   *
   * @throws IllegalArgumentException if no table has had such a field so far
   */
  String type(Field field) {
    String type = types.get(field.type());
    if (type == null) {
      throw new IllegalArgumentException(
          "Field '%s' has the type %s, for which %s has no name here"
              .formatted(field.name(), field.type().sql(), name));
    }
    return type;
  }

  /** The column of {@code field} with what it means, as Hive and Spark write it. */
  String column(Field field) {
    return "%s %s COMMENT %s".formatted(name(field.name()), type(field), text(field.doc()));
  }

  /** {@code lines} in parentheses, each on a line of its own. */
  static String block(List<String> lines) {
    return "(\n  " + String.join(",\n  ", lines) + "\n)";
  }
}
