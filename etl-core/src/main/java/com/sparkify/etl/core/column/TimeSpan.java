package com.sparkify.etl.core.column;

import java.time.YearMonth;
import java.time.ZoneOffset;
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

  /** All of {@code month} in UTC. */
  public static TimeSpan of(YearMonth month) {
    return new TimeSpan(start(month), start(month.plusMonths(1)) - 1);
  }

  private static long start(YearMonth month) {
    return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
  }

  /** Whether some time belongs to both. */
  public boolean meets(TimeSpan other) {
    return first <= other.last && other.first <= last;
  }

  /** Whether all times of {@code other} belong to it. */
  public boolean holds(TimeSpan other) {
    return first <= other.first && other.last <= last;
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
