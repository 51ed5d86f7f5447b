package com.sparkify.etl.core.star;

import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What tables are made of: staged rows, and rows that are published and need not be made again.
 *
 * @param songRecords those of all songs
 * @param listeners called once, while other tables are built: what to tell of it may take a query
 * @param playEvents the events whose plays make {@code songplays}: all, or those of some times
 * @param timeEvents the events whose plays make {@code time}: {@code playEvents}, or these and
 *     others, since its files may hold other times than those of {@code songplays}
 */
public record StarInput(
    Dataset<Row> songRecords,
    Supplier<ListenerInput> listeners,
    Dataset<Row> playEvents,
    Dataset<Row> timeEvents) {

  /** All of them, of which {@code playEvents} are the events whose plays are wanted. */
  public static StarInput of(
      Dataset<Row> songRecords, Dataset<Row> events, Dataset<Row> playEvents) {
    return new StarInput(
        songRecords, () -> new ListenerInput(events, Optional.empty()), playEvents, playEvents);
  }
}
