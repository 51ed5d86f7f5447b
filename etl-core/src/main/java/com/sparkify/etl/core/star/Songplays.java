package com.sparkify.etl.core.star;

import static com.sparkify.etl.core.column.Text.blankAsNull;
import static com.sparkify.etl.core.column.Text.trimmed;
import static com.sparkify.etl.core.table.Field.optional;
import static com.sparkify.etl.core.table.Field.required;
import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array_min;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.month;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import com.sparkify.etl.core.column.Digest;
import com.sparkify.etl.core.column.EventTime;
import com.sparkify.etl.core.column.Text;
import com.sparkify.etl.core.source.LogEvents;
import com.sparkify.etl.core.source.SongRecords;
import com.sparkify.etl.core.source.StagedRows;
import com.sparkify.etl.core.source.TextRepair;
import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Table;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

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

  private static final List<Field> IDENTITY =
      List.of(LogEvents.SESSION_ID, LogEvents.ITEM_IN_SESSION, LogEvents.USER_ID, LogEvents.TS);

  private static final List<Field> WITHIN_INSTANT =
      List.of(LogEvents.SESSION_ID, LogEvents.ITEM_IN_SESSION, LogEvents.USER_ID);

  private static final List<Field> READ =
      List.of(
          LogEvents.LEVEL,
          LogEvents.SONG,
          LogEvents.ARTIST,
          LogEvents.LENGTH,
          LogEvents.LOCATION,
          LogEvents.USER_AGENT,
          LogEvents.TEXT_REPAIRED);

  private static final WindowSpec INSTANT =
      Window.partitionBy(LogEvents.TS.column()).orderBy(Table.columns(WITHIN_INSTANT));

  private static final WindowSpec COPIES =
      Window.partitionBy(LogEvents.TS.column())
          .orderBy(Table.columns(Stream.concat(WITHIN_INSTANT.stream(), READ.stream()).toList()));

  private static final String BEFORE_NAME = "_before";
  private static final String AFTER_NAME = "_after";
  private static final Column BEFORE = col(BEFORE_NAME);
  private static final Column AFTER = col(AFTER_NAME);

  private static final Column CANDIDATES = col("_candidates");
  private static final String BEST_NAME = "_best";
  private static final Column BEST = col(BEST_NAME);

  private Songplays() {}

  /**
   * The plays of {@code events}, each with the song that it matches; both are staged rows.
   *
   * <p>Title and artist name are compared as written in the song's own record, without white space
   * at their ends. The candidate with the smallest difference in duration wins, then the smallest
   * song id. A play without a duration matches on title and artist alone.
   */
  public static Dataset<Row> from(Dataset<Row> events, Dataset<Row> songRecords, Match match) {
    return unmarked(
        matched(
            inOrder(events, TextRepair.AS_WRITTEN, Kept.NOWHERE),
            songRecords,
            match,
            Kept.NOWHERE));
  }

  /**
   * The plays of {@code events}, copies included, each beside those of the same instant. What they
   * are sorted by is what they are written by, so that they need not be sorted again.
   */
  static Dataset<Row> inOrder(Dataset<Row> events, TextRepair repair, Kept kept) {
    Column[] read = Table.columns(Stream.concat(IDENTITY.stream(), READ.stream()).toList());
    return repair
        .of(kept.spread(playEvents(events), LogEvents.TS.column()))
        .select(read)
        .withColumn(BEFORE_NAME, lag(identity(), 1).over(COPIES))
        .withColumn(AFTER_NAME, lead(identity(), 1).over(COPIES));
  }

  /** Of rows {@link #inOrder}: whether it is the first play of its instant. */
  static Column opensInstant() {
    return BEFORE.isNull();
  }

  /** Of rows {@link #inOrder}: whether it is the first copy of its play. */
  static Column isFirstCopy() {
    return identity().eqNullSafe(BEFORE).equalTo(false);
  }

  /**
   * The last copies of {@code plays}, which are {@link #inOrder}, as rows of the table, with {@link
   * LogEvents#TEXT_REPAIRED} and {@link #REPEATED} beside them.
   */
  static Dataset<Row> matched(
      Dataset<Row> plays, Dataset<Row> songRecords, Match match, Kept kept) {
    return plays
        .where(identity().eqNullSafe(AFTER).equalTo(false))
        .drop(BEFORE_NAME, AFTER_NAME)
        .transform(rows -> withBestMatch(rows, songRecords, match, kept))
        .withColumn(BEFORE_NAME, lag(identity(), 1).over(INSTANT))
        .select(
            SONGPLAY_ID.from(Digest.ofNumbers(Table.columns(IDENTITY))),
            START_TIME.from(startTime()),
            USER_ID.from(LogEvents.USER_ID.column()),
            LEVEL.from(LogEvents.LEVEL.column()),
            SONG_ID.from(BEST.getField("song_id")),
            ARTIST_ID.from(BEST.getField("artist_id")),
            SESSION_ID.from(LogEvents.SESSION_ID.column()),
            LOCATION.from(blankAsNull(LogEvents.LOCATION.column())),
            USER_AGENT.from(blankAsNull(Text.unquoted(LogEvents.USER_AGENT.column()))),
            ITEM_IN_SESSION.from(LogEvents.ITEM_IN_SESSION.column()),
            HEARD_TITLE.from(LogEvents.SONG.column()),
            HEARD_ARTIST.from(LogEvents.ARTIST.column()),
            HEARD_SECONDS.from(LogEvents.LENGTH.column()),
            MATCH.from(
                when(BEST.isNull(), lit(NO_MATCH))
                    .when(BEST.getField("gap").equalTo(lit(0.0)), lit(EXACT_MATCH))
                    .otherwise(lit(LOOSE_MATCH))),
            YEAR.from(year(EventTime.date(startTime()))),
            MONTH.from(month(EventTime.date(startTime()))),
            LogEvents.TEXT_REPAIRED.column(),
            REPEATED.from(identity().eqNullSafe(BEFORE)));
  }

  /** The columns of the table, of rows that are {@link #matched}. */
  static Dataset<Row> unmarked(Dataset<Row> matched) {
    return matched.select(TABLE.columns());
  }

  /** When plays of {@code events}, which are staged rows, were started; some of them repeatedly. */
  static Dataset<Row> startTimes(Dataset<Row> events) {
    return playEvents(events).select(START_TIME.from(startTime()));
  }

  /** The events of {@code events}, which are staged rows, that are plays, copies included. */
  public static Dataset<Row> playEvents(Dataset<Row> events) {
    return events.transform(StagedRows::accepted).transform(LogEvents::plays);
  }

  static Column startTime() {
    return EventTime.instant(LogEvents.TS.column());
  }

  private static Column identity() {
    return struct(Table.columns(WITHIN_INSTANT));
  }

  /** One row with one number: how many different plays {@code events}, staged rows, hold. */
  static Dataset<Row> number(Dataset<Row> events) {
    return playEvents(events)
        .select(Table.columns(IDENTITY))
        .distinct()
        .agg(count(lit(1)).as("plays"));
  }

  private static Dataset<Row> withBestMatch(
      Dataset<Row> plays, Dataset<Row> songRecords, Match match, Kept kept) {
    return plays
        .transform(rows -> withCandidates(rows, songRecords, kept))
        .withColumn(BEST_NAME, best(match));
  }

  /** Adds the candidates of a play; one row of candidates per title and artist keeps the grain. */
  private static Dataset<Row> withCandidates(
      Dataset<Row> plays, Dataset<Row> songRecords, Kept kept) {
    Column song =
        struct(
            SongRecords.SONG_ID.column(),
            SongRecords.ARTIST_ID.column(),
            SongRecords.DURATION.column());
    Dataset<Row> candidates =
        songRecords
            .transform(SongRecords::catalogue)
            .groupBy(
                trimmed(SongRecords.TITLE.column()).as("_title"),
                trimmed(SongRecords.ARTIST_NAME.column()).as("_name"))
            .agg(collect_list(song).as("_candidates"));
    return plays.join(
        kept.few(candidates),
        trimmed(LogEvents.SONG.column())
            .equalTo(col("_title"))
            .and(trimmed(LogEvents.ARTIST.column()).equalTo(col("_name"))),
        "left");
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
