package com.sparkify.etl.core.column;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.md5;

import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;

/** Identifiers that are functions of a natural key. */
public final class Digest {

  private static final String SEPARATOR = "|";
  private static final String NULL = "null";

  private Digest() {}

  /**
   * 128 bits of MD5 over the given whole numbers, as 32 hex digits.
   *
   * <p>Nulls count: {@code (1, null)} and {@code (null, 1)} have different digests. Numbers hold
   * neither the separator nor the word for null, so different keys never share a text.
   */
  public static Column ofNumbers(Column... numbers) {
    Stream<Column> parts =
        Stream.of(numbers).flatMap(number -> Stream.of(lit(SEPARATOR), written(number))).skip(1);
    return md5(concat(parts.toArray(Column[]::new)));
  }

  private static Column written(Column number) {
    return coalesce(number.cast(DataTypes.StringType), lit(NULL));
  }
}
