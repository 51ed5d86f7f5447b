package com.sparkify.etl.core.star;

import static com.sparkify.etl.core.table.Field.required;
import static org.apache.spark.sql.functions.dayofmonth;
import static org.apache.spark.sql.functions.month;
import static org.apache.spark.sql.functions.weekofyear;
import static org.apache.spark.sql.functions.year;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import com.sparkify.etl.core.column.EventTime;
import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Table;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The {@code time} dimension: one row per distinct start time of a play, with its parts in UTC. */
public final class Time {
  public static final Field START_TIME =
      required("start_time", TimestampType, "When at least one song was started");
  public static final Field HOUR = required("hour", IntegerType, "Hour of the day, 0 to 23");
  public static final Field DAY = required("day", IntegerType, "Day of the month, 1 to 31");
  public static final Field WEEK = required("week", IntegerType, "ISO 8601 week, 1 to 53");
  public static final Field MONTH = required("month", IntegerType, "Month, 1 to 12");
  public static final Field YEAR =
      required("year", IntegerType, "Calendar year, which is not always the year of the ISO week");
  public static final Field WEEKDAY =
      required("weekday", IntegerType, "ISO 8601 day of the week: Monday 1 to Sunday 7");

  public static final Table TABLE =
      Table.of(
              "time",
              List.of(START_TIME, HOUR, DAY, WEEK, MONTH, YEAR, WEEKDAY),
              List.of(START_TIME))
          .whereOneRowIs("one distinct start_time of songplays")
          .partitionedBy(YEAR, MONTH);

  private Time() {}

  /**
   * The start times of {@code songplays}.
   *
   * @param songplays rows with {@link Songplays#START_TIME}, such as those of {@link
   *     Songplays#TABLE}
   */
  public static Dataset<Row> from(Dataset<Row> songplays) {
    Column startTime = Songplays.START_TIME.column();
    Column date = EventTime.date(startTime);
    return songplays
        .select(startTime)
        .distinct()
        .select(
            START_TIME.from(startTime),
            HOUR.from(EventTime.hour(startTime)),
            DAY.from(dayofmonth(date)),
            WEEK.from(weekofyear(date)),
            MONTH.from(month(date)),
            YEAR.from(year(date)),
            WEEKDAY.from(EventTime.isoWeekday(startTime)));
  }
}
