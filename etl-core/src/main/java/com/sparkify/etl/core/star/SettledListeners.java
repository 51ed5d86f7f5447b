package com.sparkify.etl.core.star;

import static org.apache.spark.sql.functions.col;

import com.sparkify.etl.core.source.LogEvents;
import com.sparkify.etl.core.source.StagedRows;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Listeners of whom no event has come or gone since tables were published: their rows of {@code
 * users} and {@code user_levels} follow from their own events only, and stay as they are.
 *
 * @param users their rows of {@link Users#TABLE}
 * @param userLevels their rows of {@link UserLevels#TABLE}
 */
public record SettledListeners(Dataset<Row> users, Dataset<Row> userLevels) {
  private static final Column CHANGED = col("_changed");

  /**
   * All listeners of published tables but those in {@code changed}, as {@link #changed} gives them.
   */
  public static SettledListeners of(
      Dataset<Row> users, Dataset<Row> userLevels, Dataset<Row> changed) {
    return new SettledListeners(
        users.join(changed, Users.USER_ID.column().equalTo(CHANGED), "left_anti"),
        userLevels.join(changed, UserLevels.USER_ID.column().equalTo(CHANGED), "left_anti"));
  }

  /** The listeners of {@code events}, which are the staged rows that came or went. */
  public static Dataset<Row> changed(Dataset<Row> events) {
    return events
        .transform(StagedRows::accepted)
        .transform(LogEvents::signedIn)
        .select(LogEvents.USER_ID.column().as("_changed"))
        .distinct();
  }

  /** Those of {@code events}, staged rows, that are of listeners in {@code changed}. */
  public static Dataset<Row> eventsOf(Dataset<Row> changed, Dataset<Row> events) {
    return events.join(changed, LogEvents.USER_ID.column().equalTo(CHANGED), "left_semi");
  }
}
