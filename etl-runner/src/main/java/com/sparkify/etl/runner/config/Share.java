package com.sparkify.etl.runner.config;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a whole, from 0 to 100 percent. Its text is what the configuration says: {@code 1%}.
 */
public record Share(BigDecimal percent) implements RejectLimit {
  private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,9})?)%");
  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  public Share {
    if (percent.signum() < 0 || percent.compareTo(ALL) > 0) {
      throw new IllegalArgumentException("%s%% is no share".formatted(percent));
    }
  }

  /**
   * The share that {@code text} names: digits with {@code %}.
   *
   * @throws IllegalArgumentException if it names none
   */
  static Share parse(String text) {
    Matcher matcher = WRITTEN.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("'%s' is no share".formatted(text));
    }
    return new Share(new BigDecimal(matcher.group(1)));
  }

  /** Whether {@code part} of {@code whole} is more than this share. Of nothing, nothing is. */
  @Override
  public boolean isExceededBy(long part, long whole) {
    return compared(part, whole) > 0;
  }

  /** Whether {@code part} of {@code whole} is less than this share. Of nothing, nothing is. */
  public boolean isMissedBy(long part, long whole) {
    return compared(part, whole) < 0;
  }

  @Override
  public String toString() {
    return percent.toPlainString() + "%";
  }

  private int compared(long part, long whole) {
    return BigDecimal.valueOf(part)
        .multiply(ALL)
        .compareTo(percent.multiply(BigDecimal.valueOf(whole)));
  }
}
