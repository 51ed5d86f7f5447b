package com.sparkify.etl.core.column;

import static org.apache.spark.sql.functions.date_from_unix_date;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.timestamp_millis;
import static org.apache.spark.sql.functions.unix_seconds;
import static org.apache.spark.sql.functions.weekday;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;

/**
 * The calendar parts of an instant, in UTC whatever the session's time zone is.
 *
 * <p>Every part is null where the instant is null.
 */
public final class EventTime {

  /** The first millisecond after year 9999, beyond which no timestamp of the lake lies. */
  public static final long END_OF_TIME = 253_402_300_800_000L;

  private static final long SECONDS_PER_HOUR = 3_600;
  private static final long SECONDS_PER_DAY = 86_400;

  private EventTime() {}

  /** The instant that lies {@code epochMillis} after 1970-01-01T00:00:00Z. */
  public static Column instant(Column epochMillis) {
    return timestamp_millis(epochMillis);
  }

  /** The date on which {@code instant} falls in UTC. */
  public static Column date(Column instant) {
    return date_from_unix_date(
        floor(unix_seconds(instant).divide(lit(SECONDS_PER_DAY))).cast(DataTypes.IntegerType));
  }

  /** The hour of the day, 0 to 23. */
  public static Column hour(Column instant) {
    return pmod(floor(unix_seconds(instant).divide(lit(SECONDS_PER_HOUR))), lit(24L));
  }

  /** The day of the week in ISO 8601: Monday is 1, Sunday is 7. */
  public static Column isoWeekday(Column instant) {
    return weekday(date(instant)).plus(lit(1));
  }
}
