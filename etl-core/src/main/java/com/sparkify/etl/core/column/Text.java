package com.sparkify.etl.core.column;

import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.octet_length;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.BinaryType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;

/**
 * Expressions over text. Null stays null.
 *
 * <p>They are evaluated for every event, and most text needs nothing done: each first asks what is
 * cheap to see.
 */
public final class Text {

  private static final String WHITE_SPACE = " \t\n\u000B\f\r";

  /** The first character that comes after all white space. */
  private static final String AFTER_WHITE_SPACE = "!";

  /** Called for few texts only: most are ASCII. */
  private static final UserDefinedFunction DECODED =
      udf((UDF1<String, String>) DoubleEncoding::undone, StringType);

  private static final int QUOTES_OF_A_PAIR = 2;

  private Text() {}

  /**
   * {@code text} without white space at its ends (blank, tab, line and page breaks). White space is
   * one byte and comes before all that is printed, so the bytes at the ends tell where there is
   * any.
   */
  public static Column trimmed(Column text) {
    Column begins = text.lt(lit(AFTER_WHITE_SPACE));
    Column lastByte = substring(text.cast(BinaryType), -1, 1);
    Column ends = lastByte.lt(lit(AFTER_WHITE_SPACE).cast(BinaryType));
    return when(begins.or(ends), trim(text, WHITE_SPACE)).otherwise(text);
  }

  /**
   * Whether {@code text} is empty or all white space; null where it is null. Most text is known not
   * to be by its first character, which comes after all white space.
   */
  public static Column isBlank(Column text) {
    return text.lt(lit(AFTER_WHITE_SPACE)).and(trimmed(text).equalTo(""));
  }

  /** {@code text} as written, or null where it is blank. */
  public static Column blankAsNull(Column text) {
    return when(isBlank(text), lit(null)).otherwise(text);
  }

  /**
   * {@code text} without the pair of double quotes that some clients send around it. A quote is one
   * byte, so bytes are cut out instead of characters, which would have to be counted.
   */
  public static Column unquoted(Column text) {
    Column bytes = octet_length(text);
    Column quoted = text.startsWith("\"").and(text.endsWith("\"")).and(bytes.geq(QUOTES_OF_A_PAIR));
    Column between = text.cast(BinaryType).substr(lit(2), bytes.minus(QUOTES_OF_A_PAIR));
    return when(quoted, between.cast(StringType)).otherwise(text);
  }

  /**
   * {@code text} with double encoding undone: while its characters read as bytes are UTF-8 text,
   * they are decoded, twice at the most ({@code BjÃ\u0083Â¶rk} becomes {@code Björk}). ASCII text,
   * and text that is no such sequence, stays as it is.
   */
  public static Column repaired(Column text) {
    return when(hasMoreThanAscii(text), DECODED.apply(text)).otherwise(text);
  }

  private static Column hasMoreThanAscii(Column text) {
    return length(text).lt(octet_length(text));
  }
}
