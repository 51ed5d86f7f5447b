package com.sparkify.etl.core.star;

import static com.sparkify.etl.core.column.Text.blankAsNull;
import static com.sparkify.etl.core.table.Field.optional;
import static com.sparkify.etl.core.table.Field.required;
import static com.sparkify.etl.core.table.Rows.lastPer;
import static com.sparkify.etl.core.table.Rows.newestPer;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import com.sparkify.etl.core.column.EventTime;
import com.sparkify.etl.core.source.LogEvents;
import com.sparkify.etl.core.source.StagedRows;
import com.sparkify.etl.core.source.TextRepair;
import com.sparkify.etl.core.star.Kept.Ahead;
import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Table;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The {@code users} dimension: one row per signed-in listener, as of their latest event of any
 * kind.
 *
 * <p>Every column comes from that one event, the last in {@link LogEvents#CHRONOLOGY}. Events of
 * logged-out visitors make no row; a listener who never played has one.
 */
public final class Users {
  public static final Field USER_ID = required("user_id", LongType, "Listener");
  public static final Field FIRST_NAME =
      optional("first_name", StringType, "Given name; null if that event has none").asPersonal();
  public static final Field LAST_NAME =
      optional("last_name", StringType, "Family name; null if that event has none").asPersonal();
  public static final Field GENDER =
      optional("gender", StringType, "F or M; null if that event has none").asPersonal();
  public static final Field LEVEL = required("level", StringType, "Plan: free or paid");
  public static final Field REGISTERED_AT =
      optional(
          "registered_at",
          TimestampType,
          "When the listener signed up; null if that event does not say");

  public static final Table TABLE =
      Table.of(
              "users",
              List.of(USER_ID, FIRST_NAME, LAST_NAME, GENDER, LEVEL, REGISTERED_AT),
              List.of(USER_ID))
          .whereOneRowIs("one signed-in listener, as of the latest event");

  private static final List<Field> LATEST_LAST =
      Stream.concat(
              LogEvents.CHRONOLOGY.stream(),
              Stream.of(
                  LogEvents.FIRST_NAME,
                  LogEvents.LAST_NAME,
                  LogEvents.GENDER,
                  LogEvents.REGISTRATION))
          .toList();

  private Users() {}

  /** The listeners of {@code events}, which are staged rows. */
  public static Dataset<Row> from(Dataset<Row> events) {
    return from(events, TextRepair.AS_WRITTEN);
  }

  /** The same with text read as {@code repair} says. */
  static Dataset<Row> from(Dataset<Row> events, TextRepair repair) {
    return asOfTheLast(
        repair.of(signedIn(events).transform(newestPer(LogEvents.USER_ID, LogEvents.TS))));
  }

  /**
   * The same, where the time of each listener's latest event is known.
   *
   * @param spans the {@link LevelSpans} of {@code events}, as for {@link LevelSpans#newest}
   */
  static Dataset<Row> from(Dataset<Row> events, TextRepair repair, Ahead spans) {
    return asOfTheLast(repair.of(LevelSpans.newest(spans, signedIn(events))));
  }

  private static Dataset<Row> signedIn(Dataset<Row> events) {
    return events.transform(StagedRows::accepted).transform(LogEvents::signedIn);
  }

  private static Dataset<Row> asOfTheLast(Dataset<Row> newest) {
    return newest
        .transform(lastPer(List.of(LogEvents.USER_ID), LATEST_LAST))
        .select(
            USER_ID.from(LogEvents.USER_ID.column()),
            FIRST_NAME.from(blankAsNull(LogEvents.FIRST_NAME.column())),
            LAST_NAME.from(blankAsNull(LogEvents.LAST_NAME.column())),
            GENDER.from(blankAsNull(LogEvents.GENDER.column())),
            LEVEL.from(LogEvents.LEVEL.column()),
            REGISTERED_AT.from(EventTime.instant(LogEvents.REGISTRATION.column())));
  }
}
