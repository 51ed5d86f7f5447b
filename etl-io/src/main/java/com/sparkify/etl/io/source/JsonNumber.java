package com.sparkify.etl.io.source;

/**
 * The value of a number as JSON writes it, exactly: a number may have any length and any exponent.
 *
 * <p>One object reads many numbers, one after the other.
 */
final class JsonNumber {
  /** Characters of a number whose digits fit into a {@code long} in any case. */
  private static final int SHORT = 18;

  private static final int MOST_EXACT_POWER = 22;
  private static final double[] POWERS_OF_TEN = powersOfTen();
  private static final long MOST_EXACT_DOUBLE = 1L << 53;
  private static final long CLAMPED_EXPONENT = 1_000_000_000_000L;

  private char[] text = new char[0];
  private int start;
  private int end;

  /** The digits, as a negative number: there is one more of these. */
  private long negated;

  private boolean fits;
  private long exponent;

  /** Reads the number in {@code chars}, which must be one. */
  void read(char[] chars, int from, int length) {
    text = chars;
    start = from;
    end = from + length;
    negated = 0;
    fits = true;
    int first = isNegative() ? start + 1 : start;
    int i = length <= SHORT ? readFewDigits(first) : readDigits(first);
    if (i < end) {
      exponent += readExponent(i + 1);
    }
  }

  /** Whether it is a whole number that a {@code long} holds. */
  boolean isLong() {
    if (negated == 0) {
      return true;
    }
    for (; exponent < 0 && negated % 10 == 0; exponent++) {
      negated /= 10;
    }
    if (!fits || exponent < 0 || exponent >= 19) {
      return false;
    }
    long least = isNegative() ? Long.MIN_VALUE : -Long.MAX_VALUE;
    for (; exponent > 0; exponent--) {
      if (negated < least / 10) {
        return false;
      }
      negated *= 10;
    }
    return negated >= least;
  }

  /** The value, if it {@link #isLong}, which must have been asked. */
  long longValue() {
    return isNegative() ? negated : -negated;
  }

  /** The nearest {@code double}; infinite out of its range. */
  double doubleValue() {
    boolean exact = fits && negated >= -MOST_EXACT_DOUBLE && Math.abs(exponent) <= MOST_EXACT_POWER;
    if (!exact) {
      return Double.parseDouble(new String(text, start, end - start));
    }
    double digits = -(double) negated + 0.0;
    double value =
        exponent < 0
            ? digits / POWERS_OF_TEN[(int) -exponent]
            : digits * POWERS_OF_TEN[(int) exponent];
    return isNegative() ? -value : value;
  }

  private boolean isNegative() {
    return text[start] == '-';
  }

  private int readFewDigits(int from) {
    long digits = 0;
    int point = end;
    int i = from;
    for (; i < end && (text[i] | 0x20) != 'e'; i++) {
      if (text[i] == '.') {
        point = i;
      } else {
        digits = digits * 10 - (text[i] - '0');
      }
    }
    negated = digits;
    exponent = point < i ? point + 1 - i : 0;
    return i;
  }

  /** Leaves out the zeros at the end, of which there may be any number. */
  private int readDigits(int from) {
    int scale = 0;
    int zeros = 0;
    int point = end;
    int i = from;
    for (; i < end && (text[i] | 0x20) != 'e'; i++) {
      if (text[i] == '.') {
        point = i;
        continue;
      }
      scale += i > point ? 1 : 0;
      if (text[i] == '0') {
        zeros++;
      } else {
        for (; zeros > 0; zeros--) {
          push(0);
        }
        push(text[i] - '0');
      }
    }
    exponent = (long) zeros - scale;
    return i;
  }

  private void push(int digit) {
    fits = fits && negated >= Long.MIN_VALUE / 10 && negated * 10 >= Long.MIN_VALUE + digit;
    if (fits) {
      negated = negated * 10 - digit;
    }
  }

  private long readExponent(int from) {
    boolean signed = text[from] == '-' || text[from] == '+';
    long value = 0;
    for (int i = signed ? from + 1 : from; i < end; i++) {
      value = Math.min(value * 10 + (text[i] - '0'), CLAMPED_EXPONENT);
    }
    return text[from] == '-' ? -value : value;
  }

  private static double[] powersOfTen() {
    double[] powers = new double[MOST_EXACT_POWER + 1];
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = powers[i - 1] * 10;
    }
    return powers;
  }
}
