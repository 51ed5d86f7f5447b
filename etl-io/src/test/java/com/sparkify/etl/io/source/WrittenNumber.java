package com.sparkify.etl.io.source;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number of JSON as it is written, read exactly and slowly. */
record WrittenNumber(String text) {
  private static final Pattern PARTS =
      Pattern.compile("(-?)([0-9]+)(?:\\.([0-9]+))?(?:[eE]([+-]?[0-9]+))?");
  private static final BigInteger LONGEST = BigInteger.valueOf(20);

  /** Empty if it is out of range. */
  Optional<Double> asDouble() {
    return Optional.of(Double.parseDouble(text)).filter(Double::isFinite);
  }

  /** Empty if it is no whole number, or out of range. */
  Optional<Long> asLong() {
    Matcher parts = PARTS.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(text);
    }
    String fraction = parts.group(3) == null ? "" : parts.group(3);
    String exponent = parts.group(4) == null ? "0" : parts.group(4);
    String digits = (parts.group(2) + fraction).replaceFirst("\\A0+", "");
    String significant = withoutZerosAtEnd(digits);
    if (significant.isEmpty()) {
      return Optional.of(0L);
    }
    BigInteger zeros =
        new BigInteger(exponent)
            .subtract(BigInteger.valueOf(fraction.length()))
            .add(BigInteger.valueOf(digits.length() - significant.length()));
    if (zeros.signum() < 0 || zeros.compareTo(LONGEST) > 0 || significant.length() > 20) {
      return Optional.empty();
    }
    BigInteger value =
        new BigInteger(parts.group(1) + significant).multiply(BigInteger.TEN.pow(zeros.intValue()));
    return value.bitLength() < Long.SIZE ? Optional.of(value.longValue()) : Optional.empty();
  }

  Optional<Integer> asInt() {
    return asLong().filter(value -> value == value.intValue()).map(Long::intValue);
  }

  private static String withoutZerosAtEnd(String digits) {
    int end = digits.length();
    while (end > 0 && digits.charAt(end - 1) == '0') {
      end--;
    }
    return digits.substring(0, end);
  }
}
