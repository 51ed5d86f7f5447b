package com.sparkify.etl.io.synthetic;

/** How long a song takes, to five decimals like in the public files. */
record Seconds(long hundredThousandths) {
  private static final long PER_SECOND = 100_000;
  private static final Curve LENGTHS =
      Curve.through(
          0, 15.9, 0.01, 60, 0.05, 138.1, 0.1, 163, 0.25, 197.3, 0.5, 233, 0.75, 274.2, 0.9, 339,
          0.95, 397.3, 0.99, 587.4, 0.999, 1_328.7, 1, 2_594);

  static Seconds drawn(Draws draws) {
    return new Seconds((long) (LENGTHS.draw(draws) * PER_SECOND));
  }

  /** The whole seconds, without what is left. */
  long whole() {
    return hundredThousandths / PER_SECOND;
  }

  /** A length near this one, and never the same: another cut of the song. */
  Seconds ofAnotherCut(Draws draws) {
    return new Seconds(hundredThousandths + 1_000 + draws.below(300_000));
  }

  /** The number as JSON writes it, such as {@code 218.93179} and {@code 233.0}. */
  String json() {
    return Decimal.json(hundredThousandths);
  }
}
