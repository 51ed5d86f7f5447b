package com.sparkify.etl.core.column;

import static org.apache.spark.sql.functions.decode;
import static org.apache.spark.sql.functions.encode;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.octet_length;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/** Expressions over text. Null stays null. */
public final class Text {

  private static final String WHITE_SPACE = " \t\n\u000B\f\r";

  /**
   * Finds what cannot be the bytes of UTF-8 text, each written as the character of its value: a
   * character above U+00FF, a byte that starts nothing, a sequence that is cut short, overlong, a
   * surrogate or beyond U+10FFFF, or a continuation that nothing started. It searches for an error
   * rather than matching the whole text, because a match of a long text overflows the stack.
   */
  private static final String NOT_UTF8 =
      String.join(
          "|",
          "[^\\x{00}-\\x{ff}]",
          "[\\x{c0}\\x{c1}\\x{f5}-\\x{ff}]",
          "[\\x{c2}-\\x{df}](?![\\x{80}-\\x{bf}])",
          "[\\x{e0}-\\x{ef}](?![\\x{80}-\\x{bf}]{2})",
          "[\\x{f0}-\\x{f4}](?![\\x{80}-\\x{bf}]{3})",
          "\\x{e0}[\\x{80}-\\x{9f}]",
          "\\x{ed}[\\x{a0}-\\x{bf}]",
          "\\x{f0}[\\x{80}-\\x{8f}]",
          "\\x{f4}[\\x{90}-\\x{bf}]",
          "(?<![\\x{c2}-\\x{f4}])(?<![\\x{e0}-\\x{f4}][\\x{80}-\\x{bf}])"
              + "(?<![\\x{f0}-\\x{f4}][\\x{80}-\\x{bf}]{2})[\\x{80}-\\x{bf}]");

  private static final int QUOTES_OF_A_PAIR = 2;

  private Text() {}

  /** {@code text} without white space at its ends (blank, tab, line and page breaks). */
  public static Column trimmed(Column text) {
    return trim(text, WHITE_SPACE);
  }

  /**
   * Whether {@code text} is empty or all white space; null where it is null. Most text is known not
   * to be by its first character, which comes after all white space.
   */
  public static Column isBlank(Column text) {
    return text.lt(lit("!")).and(trimmed(text).equalTo(""));
  }

  /** {@code text} as written, or null where it is blank. */
  public static Column blankAsNull(Column text) {
    return when(isBlank(text), lit(null)).otherwise(text);
  }

  /** {@code text} without the pair of double quotes that some clients send around it. */
  public static Column unquoted(Column text) {
    Column quoted =
        text.startsWith("\"").and(text.endsWith("\"")).and(length(text).geq(QUOTES_OF_A_PAIR));
    return when(quoted, text.substr(lit(2), length(text).minus(QUOTES_OF_A_PAIR))).otherwise(text);
  }

  /**
   * {@code text} with double encoding undone: while its characters read as bytes are UTF-8 text,
   * they are decoded, twice at the most ({@code BjÃ\u0083Â¶rk} becomes {@code Björk}). ASCII text,
   * and text that is no such sequence, stays as it is.
   */
  public static Column repaired(Column text) {
    return when(isAscii(text), text).otherwise(decodedOnce(decodedOnce(text)));
  }

  private static Column decodedOnce(Column text) {
    return when(isAscii(text).or(text.rlike(NOT_UTF8)), text)
        .otherwise(decode(encode(text, "ISO-8859-1"), "UTF-8"));
  }

  private static Column isAscii(Column text) {
    return length(text).equalTo(octet_length(text));
  }
}
