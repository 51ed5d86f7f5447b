package com.sparkify.etl.runner.config;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many lines a run may reject. Its text is what the configuration says: {@code 100, 1%}. */
public sealed interface RejectLimit {

  /** Whether {@code rejected} of {@code read} lines are too many; as many as the limit are not. */
  boolean isExceededBy(long rejected, long read);

  /** A number of lines. */
  record Count(long lines) implements RejectLimit {
    public Count {
      if (lines < 0) {
        throw new IllegalArgumentException("%d lines are fewer than none".formatted(lines));
      }
    }

    @Override
    public boolean isExceededBy(long rejected, long read) {
      return rejected > lines;
    }

    @Override
    public String toString() {
      return Long.toString(lines);
    }
  }

  /** A share of the lines read, from 0 to 100 percent. Of no lines, none are too many. */
  record Share(BigDecimal percent) implements RejectLimit {
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    public Share {
      if (percent.signum() < 0 || percent.compareTo(ALL) > 0) {
        throw new IllegalArgumentException("%s%% is no share".formatted(percent));
      }
    }

    @Override
    public boolean isExceededBy(long rejected, long read) {
      BigDecimal allowed = percent.multiply(BigDecimal.valueOf(read));
      return BigDecimal.valueOf(rejected).multiply(ALL).compareTo(allowed) > 0;
    }

    @Override
    public String toString() {
      return percent.toPlainString() + "%";
    }
  }

  /**
   * The limit that {@code text} names: digits are lines, digits with {@code %} a share.
   *
   * @throws IllegalArgumentException if it is neither
   */
  static RejectLimit parse(String text) {
    Matcher matcher =
        Pattern.compile("([0-9]{1,18})|([0-9]{1,3}(?:\\.[0-9]{1,9})?)%").matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("'%s' is neither a count nor a share".formatted(text));
    }
    return matcher.group(1) == null
        ? new Share(new BigDecimal(matcher.group(2)))
        : new Count(Long.parseLong(matcher.group(1)));
  }
}
