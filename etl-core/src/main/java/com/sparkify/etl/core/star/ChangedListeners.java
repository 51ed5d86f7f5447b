package com.sparkify.etl.core.star;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.unix_millis;

import com.sparkify.etl.core.column.TimeSpan;
import com.sparkify.etl.core.source.LogEvents;
import com.sparkify.etl.core.source.StagedRows;
import com.sparkify.etl.core.star.Kept.Ahead;
import com.sparkify.etl.core.table.Field;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Listeners of whom events have come or gone since tables were published, and since when.
 *
 * <p>Rows of {@code users} and {@code user_levels} follow from the listener's own events only. So
 * those of other listeners stay as they are published, and of these listeners the published periods
 * tell which levels they had before.
 */
public final class ChangedListeners {
  private static final Column LISTENER = col("_changed");
  private static final Column SINCE = col("_since");
  private static final Column TIME = LogEvents.TS.column();
  private static final Column START_OF_PERIOD = unix_millis(UserLevels.VALID_FROM.column());

  private final Dataset<Row> listeners;
  private final Optional<Long> earliest;

  /**
   * A row of {@code found} is a listener and the time of their first event that came or went; the
   * first of these times lets Parquet pass by files of earlier events.
   */
  private ChangedListeners(Ahead found) {
    this.listeners = found.rows();
    this.earliest = found.number();
  }

  /**
   * The listeners of {@code events}, which are the staged rows that came or went; nothing where to
   * find them takes longer than it saves.
   */
  public static Optional<ChangedListeners> of(Dataset<Row> events, Kept kept) {
    return kept.ahead(() -> listeners(events), min(SINCE)).map(ChangedListeners::new);
  }

  private static Dataset<Row> listeners(Dataset<Row> events) {
    return events
        .transform(StagedRows::accepted)
        .transform(LogEvents::signedIn)
        .groupBy(LogEvents.USER_ID.column().as("_changed"))
        .agg(min(TIME).as("_since"));
  }

  /** Whether all of their events that came or went are later than {@code times}. */
  public boolean changedAfter(TimeSpan times) {
    return earliest.filter(time -> time > times.last()).isPresent();
  }

  /** The others' rows of published tables. */
  public SettledListeners others(Dataset<Row> users, Dataset<Row> userLevels) {
    return new SettledListeners(
        users.join(listeners, Users.USER_ID.column().equalTo(LISTENER), "left_anti"),
        userLevels.join(listeners, UserLevels.USER_ID.column().equalTo(LISTENER), "left_anti"));
  }

  /** Those of {@code events}, staged rows, that are of these listeners. */
  public Dataset<Row> eventsIn(Dataset<Row> events) {
    return events.join(listeners, LogEvents.USER_ID.column().equalTo(LISTENER), "left_semi");
  }

  /**
   * What tells the same as {@link #eventsIn}, where events only came: those that are not earlier
   * than the listener's first one that came, and before them an event at the start of each period.
   *
   * @param userLevels the published periods
   */
  public Dataset<Row> eventsIn(Dataset<Row> events, Dataset<Row> userLevels) {
    Dataset<Row> late = earliest.map(time -> events.where(TIME.geq(time))).orElse(events);
    Column isLate = LogEvents.USER_ID.column().equalTo(LISTENER).and(TIME.geq(SINCE));
    Column isBefore = UserLevels.USER_ID.column().equalTo(LISTENER).and(START_OF_PERIOD.lt(SINCE));
    return late.join(listeners, isLate, "left_semi")
        .union(userLevels.join(listeners, isBefore, "left_semi").select(eventAtStart()));
  }

  /** All that is known of the event at the start of a period. */
  private static Column[] eventAtStart() {
    Map<Field, Column> known =
        Map.of(
            LogEvents.USER_ID, UserLevels.USER_ID.column(),
            LogEvents.TS, START_OF_PERIOD,
            LogEvents.LEVEL, UserLevels.LEVEL.column());
    return LogEvents.STAGED.fields().stream()
        .map(field -> field.from(known.getOrDefault(field, lit(null))))
        .toArray(Column[]::new);
  }
}
