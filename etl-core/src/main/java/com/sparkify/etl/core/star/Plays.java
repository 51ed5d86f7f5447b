package com.sparkify.etl.core.star;

import com.sparkify.etl.core.star.Songplays.Match;
import com.sparkify.etl.core.table.Reference;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What {@code songplays} is made of.
 *
 * @param inOrder the plays among the events, copies included, as {@link Songplays#inOrder} gives
 *     them
 */
public record Plays(Dataset<Row> inOrder, Dataset<Row> songRecords, Match match, Kept kept) {

  /** The rows of the table. */
  Dataset<Row> songplays() {
    return Songplays.unmarked(matched(inOrder));
  }

  /**
   * The same, counted while somebody reads them.
   *
   * @param targets what they point at, apart from {@code time}; each so small that Spark joins with
   *     it where the rows are
   */
  public WatchedPlays watched(Map<Reference, Dataset<Row>> targets) {
    return new WatchedPlays(this, targets);
  }

  Dataset<Row> matched(Dataset<Row> inOrder) {
    return Songplays.matched(inOrder, songRecords, match, kept);
  }
}
