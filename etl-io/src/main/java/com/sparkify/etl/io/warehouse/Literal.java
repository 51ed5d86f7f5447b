package com.sparkify.etl.io.warehouse;

/** Text between the quotes of SQL, as Redshift reads it: both its quote and its escape twice. */
final class Literal {
  private Literal() {}

  static String inside(String text) {
    return text.replace("\\", "\\\\").replace("'", "''");
  }
}
