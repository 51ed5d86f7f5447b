package com.sparkify.etl.core.column;

import org.apache.spark.sql.Column;

/**
 * All times from one to another, in epoch milliseconds.
 *
 * @param first the earliest
 * @param last the latest, which belongs to it
 */
public record TimeSpan(long first, long last) {
  public TimeSpan {
    if (first > last) {
      throw new IllegalArgumentException(
          "A span of time should begin before it ends, not at %d until %d".formatted(first, last));
    }
  }

  /** Whether some time belongs to both. */
  public boolean meets(TimeSpan other) {
    return first <= other.last && other.first <= last;
  }

  /** The shortest span that both belong to. */
  public TimeSpan with(TimeSpan other) {
    return new TimeSpan(Math.min(first, other.first), Math.max(last, other.last));
  }

  /** Whether {@code epochMillis} does not belong to it; Parquet's statistics can tell. */
  public Column isBeside(Column epochMillis) {
    return epochMillis.lt(first).or(epochMillis.gt(last));
  }
}
