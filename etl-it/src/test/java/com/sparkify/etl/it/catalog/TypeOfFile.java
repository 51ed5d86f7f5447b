package com.sparkify.etl.it.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/** What a column of a Parquet file holds, as all engines read it, and what they call it. */
enum TypeOfFile {
  TEXT("string, text, varchar(65535)"),
  LONG("bigint"),
  INT("int, integer"),
  DOUBLE("double, double precision"),
  BOOLEAN("boolean"),
  INSTANT("timestamp, timestamp with time zone, timestamptz");

  private static final Map<PrimitiveTypeName, TypeOfFile> PLAIN =
      Map.of(
          PrimitiveTypeName.INT64, LONG,
          PrimitiveTypeName.INT32, INT,
          PrimitiveTypeName.DOUBLE, DOUBLE,
          PrimitiveTypeName.BOOLEAN, BOOLEAN);

  private final String names;

  TypeOfFile(String names) {
    this.names = names;
  }

  /** Whether an engine calls it {@code declared}. */
  boolean isCalled(String declared) {
    return List.of(names.split(", ", -1)).contains(declared.toLowerCase(Locale.ROOT));
  }

  /**
   * The type of {@code column}.
   *
   * @throws IllegalArgumentException if engines disagree about what it holds
   */
  static TypeOfFile of(PrimitiveType column) {
    LogicalTypeAnnotation meaning = column.getLogicalTypeAnnotation();
    if (column.getPrimitiveTypeName() == PrimitiveTypeName.INT96) {
      throw new IllegalArgumentException("is an INT96, which has no zone");
    }
    if (meaning instanceof TimestampLogicalTypeAnnotation time) {
      if (!time.isAdjustedToUTC()) {
        throw new IllegalArgumentException("is a time without zone");
      }
      return INSTANT;
    }
    if (LogicalTypeAnnotation.stringType().equals(meaning)) {
      return TEXT;
    }
    TypeOfFile plain = PLAIN.get(column.getPrimitiveTypeName());
    if (plain == null || meaning != null) {
      throw new IllegalArgumentException("is %s, which no table has".formatted(column));
    }
    return plain;
  }
}
