package com.sparkify.etl.io.synthetic;

/** Decimal numbers without the rounding of a double. */
final class Decimal {
  private static final int DECIMALS = 5;
  private static final long ONE = 100_000;

  private Decimal() {}

  /** {@code hundredThousandths}, not negative, as JSON writes it: {@code 218.93} or {@code 4.0}. */
  static String json(long hundredThousandths) {
    long fraction = hundredThousandths % ONE;
    int digits = DECIMALS;
    while (digits > 1 && fraction % 10 == 0) {
      fraction /= 10;
      digits--;
    }
    String written = Long.toString(fraction);
    return hundredThousandths / ONE + "." + "0".repeat(digits - written.length()) + written;
  }
}
