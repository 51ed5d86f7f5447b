package com.sparkify.etl.core.star;

import static com.sparkify.etl.core.column.Text.trimmed;
import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array_min;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import com.sparkify.etl.core.source.LogEvents;
import com.sparkify.etl.core.source.SongRecords;
import com.sparkify.etl.core.star.Songplays.Match;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Finds the song of the catalogue that was heard in a play. */
final class SongMatch {
  private static final Column CANDIDATES = col("_candidates");
  private static final Column BEST = col("_best");

  /** The song that was found; null if the catalogue has none that matches. */
  static final Column SONG_ID = BEST.getField("song_id");

  /** Its artist. */
  static final Column ARTIST_ID = BEST.getField("artist_id");

  /** How it was found, as {@link Songplays#MATCH} says. */
  static final Column FOUND =
      when(BEST.isNull(), lit(Songplays.NO_MATCH))
          .when(BEST.getField("gap").equalTo(lit(0.0)), lit(Songplays.EXACT_MATCH))
          .otherwise(lit(Songplays.LOOSE_MATCH));

  private SongMatch() {}

  /**
   * The songs of each title and artist name of {@code songRecords}, which are staged rows: one row
   * for each keeps the grain of plays that are joined with it.
   */
  static Dataset<Row> candidates(Dataset<Row> songRecords) {
    Column song =
        struct(
            SongRecords.SONG_ID.column(),
            SongRecords.ARTIST_ID.column(),
            SongRecords.DURATION.column());
    return songRecords
        .transform(SongRecords::catalogue)
        .groupBy(
            trimmed(SongRecords.TITLE.column()).as("_title"),
            trimmed(SongRecords.ARTIST_NAME.column()).as("_name"))
        .agg(collect_list(song).as("_candidates"));
  }

  /** {@code plays}, each beside the best of {@code candidates}. */
  static Dataset<Row> beside(Dataset<Row> plays, Dataset<Row> candidates, Match match) {
    return plays
        .join(
            candidates,
            trimmed(LogEvents.SONG.column())
                .equalTo(col("_title"))
                .and(trimmed(LogEvents.ARTIST.column()).equalTo(col("_name"))),
            "left")
        .withColumn("_best", best(match));
  }

  private static Column best(Match match) {
    Column closest =
        array_min(
            transform(
                CANDIDATES,
                song ->
                    struct(
                        abs(song.getField("duration").minus(LogEvents.LENGTH.column())).as("gap"),
                        song.getField("song_id").as("song_id"),
                        song.getField("artist_id").as("artist_id"))));
    return switch (match) {
      case TITLE_ARTIST -> closest;
      case TITLE_ARTIST_DURATION -> when(closest.getField("gap").equalTo(lit(0.0)), closest);
    };
  }
}
