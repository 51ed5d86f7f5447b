package com.sparkify.etl.runner.config;

import java.util.regex.Pattern;

/** How many lines a run may reject. Its text is what the configuration says: {@code 100, 1%}. */
public sealed interface RejectLimit permits RejectLimit.Count, Share {
  Pattern DIGITS = Pattern.compile("[0-9]{1,18}");

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

  /**
   * The limit that {@code text} names: digits are lines, digits with {@code %} a share.
   *
   * @throws IllegalArgumentException if it is neither
   */
  static RejectLimit parse(String text) {
    if (DIGITS.matcher(text).matches()) {
      return new Count(Long.parseLong(text));
    }
    return Share.parse(text);
  }
}
