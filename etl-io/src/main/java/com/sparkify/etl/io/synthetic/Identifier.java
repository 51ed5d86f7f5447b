package com.sparkify.etl.io.synthetic;

/**
 * Identifiers in the form of the public files: two letters for the kind, five that count, and
 * eleven digits that mean nothing.
 */
final class Identifier {
  /** How many identifiers of one kind there are. */
  static final int SLOTS = 26 * 26 * 26 * 26 * 26;

  private static final int LETTERS = 5;

  /** Shares no factor with {@link #SLOTS}, so that no two numbers land in one slot. */
  private static final long STRIDE = 7_340_033;

  private Identifier() {}

  /** An identifier for {@code number}, in no visible order. */
  static String scattered(String kind, int number, String series, Draws draws) {
    return inOrder(kind, (int) (number * STRIDE % SLOTS), series, draws);
  }

  /** An identifier for {@code slot}; they sort like their slots. */
  static String inOrder(String kind, int slot, String series, Draws draws) {
    StringBuilder identifier = new StringBuilder(18).append(kind);
    int rest = slot;
    for (int unit = SLOTS / 26; unit > 0; unit /= 26) {
      identifier.append((char) ('A' + rest / unit));
      rest %= unit;
    }
    identifier.append(series);
    while (identifier.length() < kind.length() + LETTERS + 11) {
      identifier.append("0123456789ABCDEF".charAt(draws.below(16)));
    }
    return identifier.toString();
  }
}
