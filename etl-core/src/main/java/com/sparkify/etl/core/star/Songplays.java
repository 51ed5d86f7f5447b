package com.sparkify.etl.core.star;

import static com.sparkify.etl.core.table.Field.optional;
import static com.sparkify.etl.core.table.Field.required;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import com.sparkify.etl.core.column.EventTime;
import com.sparkify.etl.core.source.LogEvents;
import com.sparkify.etl.core.source.StagedRows;
import com.sparkify.etl.core.source.TextRepair;
import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Table;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The {@code songplays} fact: one row per song that a listener started.
 *
 * <p>Every play is kept, whatever the catalogue holds. A play delivered twice is one row: its
 * identity is session, position in the session, listener and time. Copies that differ otherwise
 * count as the last of them by level, then by their other fields.
 */
public final class Songplays {
  public static final Field SONGPLAY_ID =
      required("songplay_id", StringType, "Digest of session, position, listener and time");
  public static final Field START_TIME =
      required("start_time", TimestampType, "When the song was started");
  public static final Field USER_ID = required("user_id", LongType, "Listener");
  public static final Field LEVEL = required("level", StringType, "Plan at the time: free or paid");
  public static final Field SONG_ID =
      optional("song_id", StringType, "Song; null if the catalogue has none that matches");
  public static final Field ARTIST_ID =
      optional("artist_id", StringType, "Artist of the matched song; null if none matches");
  public static final Field SESSION_ID = required("session_id", LongType, "Session");
  public static final Field LOCATION =
      optional("location", StringType, "Metropolitan area of the listener; null if none was sent")
          .asPersonal();
  public static final Field USER_AGENT =
      optional("user_agent", StringType, "Client, without quotes around it; null if none was sent")
          .asPersonal();
  public static final Field ITEM_IN_SESSION =
      required("item_in_session", IntegerType, "Position of the play in its session, from 0");
  public static final Field HEARD_TITLE =
      required("heard_title", StringType, "Title, as the app sent it");
  public static final Field HEARD_ARTIST =
      required("heard_artist", StringType, "Artist, as the app sent it");
  public static final Field HEARD_SECONDS =
      optional(
          "heard_seconds",
          DoubleType,
          "Seconds of the song, as the app sent it; null if none were sent");
  public static final Field MATCH =
      required("match", StringType, "How the song was found: exact, title_artist or none");
  public static final Field YEAR = required("year", IntegerType, "Year of start_time in UTC");
  public static final Field MONTH = required("month", IntegerType, "Month of start_time in UTC");

  public static final Table TABLE =
      Table.of(
              "songplays",
              List.of(
                  SONGPLAY_ID,
                  START_TIME,
                  USER_ID,
                  LEVEL,
                  SONG_ID,
                  ARTIST_ID,
                  SESSION_ID,
                  LOCATION,
                  USER_AGENT,
                  ITEM_IN_SESSION,
                  HEARD_TITLE,
                  HEARD_ARTIST,
                  HEARD_SECONDS,
                  MATCH,
                  YEAR,
                  MONTH),
              List.of(SONGPLAY_ID))
          .whereOneRowIs("one song started by a listener")
          .partitionedBy(YEAR, MONTH)
          .orderedBy(START_TIME, SESSION_ID, ITEM_IN_SESSION, USER_ID);

  /** Which songs of the catalogue count as the one that was heard. */
  public enum Match {
    /** Equal title and equal artist name; among several the closest duration wins. */
    TITLE_ARTIST,
    /** Equal title, artist name and duration. */
    TITLE_ARTIST_DURATION
  }

  /** The song has the duration that was heard. */
  public static final String EXACT_MATCH = "exact";

  /** The song has another duration, or none was sent. */
  public static final String LOOSE_MATCH = "title_artist";

  /** The catalogue has no such song. */
  public static final String NO_MATCH = "none";

  /** The values of {@link #MATCH}. */
  public static final List<String> MATCHES = List.of(EXACT_MATCH, LOOSE_MATCH, NO_MATCH);

  /** Beside the fields of a play: what must not be, for whoever checks it. */
  static final Field REPEATED =
      required("is_repeated", BooleanType, "Whether the row before it is of the same play");

  /** What a play is known by. */
  static final List<Field> IDENTITY =
      List.of(LogEvents.SESSION_ID, LogEvents.ITEM_IN_SESSION, LogEvents.USER_ID, LogEvents.TS);

  private Songplays() {}

  /**
   * The plays of {@code events}, each with the song that it matches; both are staged rows.
   *
   * <p>Title and artist name are compared as written in the song's own record, without white space
   * at their ends. The candidate with the smallest difference in duration wins, then the smallest
   * song id. A play without a duration matches on title and artist alone.
   */
  public static Dataset<Row> from(Dataset<Row> events, Dataset<Row> songRecords, Match match) {
    return Plays.of(events, songRecords, match, TextRepair.AS_WRITTEN, Kept.NOWHERE).songplays();
  }

  /** The plays among {@code events}, which are staged rows, copies included. */
  public static Dataset<Row> playEvents(Dataset<Row> events) {
    return events.transform(StagedRows::accepted).transform(LogEvents::plays);
  }

  /** One row with one number: how many different plays {@code events}, staged rows, hold. */
  static Dataset<Row> number(Dataset<Row> events) {
    return playEvents(events)
        .select(Table.columns(IDENTITY))
        .distinct()
        .agg(count(lit(1)).as("plays"));
  }

  /** When plays of {@code events}, which are staged rows, were started; some of them repeatedly. */
  static Dataset<Row> startTimes(Dataset<Row> events) {
    return playEvents(events).select(START_TIME.from(EventTime.instant(LogEvents.TS.column())));
  }
}
