package com.sparkify.etl.core.star;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import com.sparkify.etl.core.source.LogEvents;
import com.sparkify.etl.core.source.StagedRows;
import com.sparkify.etl.core.star.Kept.Ahead;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * What is known of listeners before their events are put in order: one row per signed-in listener
 * and level, with the time of their first and of their last event on that level.
 *
 * <p>There are few of them beside the events, and they tell whose events have to be put in order at
 * all: of listeners whose spans overlap, which also are those whose events of one instant differ in
 * level. Every other listener had one level after another, and never went back to one.
 */
final class LevelSpans {
  /** The time of the first event of the span; epoch milliseconds. */
  static final Column FIRST = col("_first");

  /**
   * The time of the first event of the listener's next span, by their last events; null in exactly
   * one row of a listener.
   */
  static final Column NEXT = col("_next");

  private static final Column USER_ID = LogEvents.USER_ID.column();
  private static final Column TIME = LogEvents.TS.column();
  private static final Column LAST = col("_last");
  private static final Column OVERLAP = col("_overlap");

  /** The earliest of the times at which listeners were heard of last; null if there are none. */
  static final Column LEAST_LAST = min(when(NEXT.isNull(), LAST));

  private static final Column LISTENER = col("_listener");

  private LevelSpans() {}

  /** The spans of the listeners of {@code events}, which are staged rows. */
  static Dataset<Row> of(Dataset<Row> events) {
    WindowSpec listener = Window.partitionBy(USER_ID);
    Column meetsNext = coalesce(LAST.geq(NEXT), lit(false));
    return events
        .transform(StagedRows::accepted)
        .transform(LogEvents::signedIn)
        .groupBy(USER_ID, LogEvents.LEVEL.column())
        .agg(min(TIME).as("_first"), max(TIME).as("_last"))
        .withColumn("_next", lead(FIRST, 1).over(listener.orderBy(LAST)))
        .withColumn("_overlap", max(meetsNext).over(listener));
  }

  /** The spans that overlap no other of their listener, each of which is a period. */
  static Dataset<Row> apart(Dataset<Row> spans) {
    return spans.where(OVERLAP.equalTo(false));
  }

  /** The {@code events} of the listeners whose {@code spans} overlap. */
  static Dataset<Row> overlapping(Dataset<Row> spans, Dataset<Row> events) {
    Dataset<Row> listeners =
        spans.where(OVERLAP.and(NEXT.isNull())).select(USER_ID.as("_listener"));
    return events.join(listeners, USER_ID.equalTo(LISTENER), "left_semi");
  }

  /**
   * The {@code events} of the last instant of each listener. None is later, so they are those that
   * are not earlier, which lets Spark find a listener by one number instead of two.
   *
   * @param spans with {@link #LEAST_LAST}, which lets Parquet pass by files of earlier events
   */
  static Dataset<Row> newest(Ahead spans, Dataset<Row> events) {
    Dataset<Row> ends = spans.rows().where(NEXT.isNull()).select(USER_ID.as("_listener"), LAST);
    Dataset<Row> late = spans.number().map(time -> events.where(TIME.geq(time))).orElse(events);
    return late.join(ends, USER_ID.equalTo(LISTENER).and(TIME.geq(LAST)), "left_semi");
  }
}
