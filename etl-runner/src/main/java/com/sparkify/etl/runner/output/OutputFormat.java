package com.sparkify.etl.runner.output;

import java.util.Locale;

/** How result rows are written. */
public enum OutputFormat {
  /** Aligned columns, for reading. */
  TABLE,
  /** RFC 4180, with a header. */
  CSV,
  /** One array with an object for each row. */
  JSON;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
