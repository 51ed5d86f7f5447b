package com.sparkify.etl.core.star;

import static com.sparkify.etl.core.table.Field.optional;
import static com.sparkify.etl.core.table.Field.required;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import com.sparkify.etl.core.column.EventTime;
import com.sparkify.etl.core.source.LogEvents;
import com.sparkify.etl.core.source.StagedRows;
import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Table;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * The history of {@code users.level} (SCD type 2): one row per unbroken period of a listener on one
 * level.
 *
 * <p>A period holds from {@code valid_from} until just before {@code valid_to}, at which the next
 * one begins; the periods of a listener leave no gap and do not overlap. Where events of one
 * listener and one instant differ in level, the last in {@link LogEvents#CHRONOLOGY} holds from
 * that instant.
 */
public final class UserLevels {
  public static final Field USER_ID = required("user_id", LongType, "Listener");
  public static final Field LEVEL = required("level", StringType, "Plan: free or paid");
  public static final Field VALID_FROM =
      required("valid_from", TimestampType, "First event of the period");
  public static final Field VALID_TO =
      optional("valid_to", TimestampType, "First event of the next period; null if it still holds");
  public static final Field IS_CURRENT =
      required("is_current", BooleanType, "Whether the period still holds");

  public static final Table TABLE =
      Table.of(
              "user_levels",
              List.of(USER_ID, LEVEL, VALID_FROM, VALID_TO, IS_CURRENT),
              List.of(USER_ID, VALID_FROM))
          .whereOneRowIs("one unbroken period of a listener on one level");

  private static final WindowSpec PERIODS =
      Window.partitionBy(LogEvents.USER_ID.column()).orderBy(LogEvents.TS.column());

  private static final WindowSpec EVENTS =
      Window.partitionBy(LogEvents.USER_ID.column()).orderBy(Table.columns(LogEvents.CHRONOLOGY));

  private UserLevels() {}

  /** The periods of the listeners of {@code events}, which are staged rows. */
  public static Dataset<Row> from(Dataset<Row> events) {
    Column nextStart = lead(LogEvents.TS.column(), 1).over(PERIODS);
    return events
        .transform(StagedRows::accepted)
        .transform(LogEvents::signedIn)
        .transform(UserLevels::perInstant)
        .transform(UserLevels::changes)
        .select(period(LogEvents.TS.column(), nextStart));
  }

  /**
   * The same, where only events that {@code spans} leave open are put in order.
   *
   * @param spans the {@link LevelSpans} of {@code events}
   */
  static Dataset<Row> from(Dataset<Row> events, Dataset<Row> spans) {
    return LevelSpans.apart(spans)
        .select(period(LevelSpans.FIRST, LevelSpans.NEXT))
        .union(from(LevelSpans.overlapping(spans, events)));
  }

  private static Column[] period(Column start, Column nextStart) {
    return new Column[] {
      USER_ID.from(LogEvents.USER_ID.column()),
      LEVEL.from(LogEvents.LEVEL.column()),
      VALID_FROM.from(EventTime.instant(start)),
      VALID_TO.from(EventTime.instant(nextStart)),
      IS_CURRENT.from(nextStart.isNull())
    };
  }

  /** The last of the events of a listener that happened at the same time. */
  private static Dataset<Row> perInstant(Dataset<Row> events) {
    Column next = lead(LogEvents.TS.column(), 1).over(EVENTS);
    return events
        .withColumn("_next", next)
        .where(LogEvents.TS.column().eqNullSafe(col("_next")).equalTo(false))
        .drop("_next");
  }

  private static Dataset<Row> changes(Dataset<Row> levels) {
    Column level = LogEvents.LEVEL.column();
    return levels
        .withColumn("_previous", lag(level, 1).over(PERIODS))
        .where(level.eqNullSafe(col("_previous")).equalTo(false))
        .drop("_previous");
  }
}
