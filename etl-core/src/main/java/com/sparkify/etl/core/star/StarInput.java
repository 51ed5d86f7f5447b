package com.sparkify.etl.core.star;

import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What tables are made of: staged rows, and rows that are published and need not be made again.
 *
 * @param songRecords those of all songs
 * @param events all events of the listeners that are not settled
 * @param playEvents the events whose plays make {@code songplays}: all, or those of some times
 * @param timeEvents the events whose plays make {@code time}: {@code playEvents}, or these and
 *     others, since its files may hold other times than those of {@code songplays}
 * @param settled the listeners of whom {@code events} tells nothing; empty if it has all events
 */
public record StarInput(
    Dataset<Row> songRecords,
    Dataset<Row> events,
    Dataset<Row> playEvents,
    Dataset<Row> timeEvents,
    Optional<SettledListeners> settled) {

  /** All of them, of which {@code playEvents} are the events whose plays are wanted. */
  public static StarInput of(
      Dataset<Row> songRecords, Dataset<Row> events, Dataset<Row> playEvents) {
    return new StarInput(songRecords, events, playEvents, playEvents, Optional.empty());
  }
}
