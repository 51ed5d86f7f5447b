package com.sparkify.etl.core.star;

import static com.sparkify.etl.core.column.Text.blankAsNull;
import static com.sparkify.etl.core.table.Field.required;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.month;
import static org.apache.spark.sql.functions.shiftright;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.year;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.LongType;

import com.sparkify.etl.core.column.Digest;
import com.sparkify.etl.core.column.EventTime;
import com.sparkify.etl.core.column.Text;
import com.sparkify.etl.core.quality.Profile;
import com.sparkify.etl.core.source.LogEvents;
import com.sparkify.etl.core.source.TextRepair;
import com.sparkify.etl.core.star.Songplays.Match;
import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Reference;
import com.sparkify.etl.core.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * The plays among events, on their way to the table {@code songplays}.
 *
 * <p>They are divided by time once. What is the same play happened at the same time, so its copies
 * lie side by side when the plays of a task are put in order, and only there have to be looked for;
 * and the order is the one in which the rows are written.
 */
public final class Plays {
  /** Of copies of a play, one is the first. */
  static final Field IS_FIRST =
      required("is_first", BooleanType, "Whether no copy of the play comes before");

  /** The last copy is the row of the table. */
  static final Field IS_LAST =
      required("is_last", BooleanType, "Whether no copy of the play comes after");

  /** Of plays that start together, one is the first. */
  static final Field OPENS_INSTANT =
      required("opens_instant", BooleanType, "Whether no play of the same time comes before");

  private static final List<Field> OF_COPIES = List.of(IS_FIRST, IS_LAST, OPENS_INSTANT);

  private static final List<Field> WITHIN_INSTANT =
      List.of(Songplays.SESSION_ID, Songplays.ITEM_IN_SESSION, Songplays.USER_ID);

  /** What copies may differ in, in the order that tells which of them is the last. */
  private static final List<Field> READ =
      List.of(
          LogEvents.LEVEL,
          LogEvents.SONG,
          LogEvents.ARTIST,
          LogEvents.LENGTH,
          LogEvents.LOCATION,
          LogEvents.USER_AGENT,
          LogEvents.TEXT_REPAIRED);

  /**
   * Plays of the same eight seconds, which hold all copies of each of them. Spark looks over the
   * rows of a window one window after the other, and takes longer for a window than for a row.
   */
  private static final Field MOMENT =
      required("_moment", LongType, "Epoch milliseconds without their last 13 bits");

  private static final int BITS_OF_A_MOMENT = 13;

  /** A moment, after the partitions of the table. */
  private static final List<Field> TIME = List.of(Songplays.YEAR, Songplays.MONTH, MOMENT);

  /** In the order of the files of the table. */
  private static final WindowSpec BY_MOMENT =
      Window.partitionBy(Table.columns(TIME))
          .orderBy(
              Table.columns(
                  Stream.of(List.of(Songplays.START_TIME), WITHIN_INSTANT, READ)
                      .flatMap(List::stream)
                      .toList()));

  private final Dataset<Row> matched;

  private Plays(Dataset<Row> matched) {
    this.matched = matched;
  }

  /** The plays of {@code events}, copies included, each beside the song that it matches. */
  static Plays of(
      Dataset<Row> events, Dataset<Row> songRecords, Match match, TextRepair repair, Kept kept) {
    Dataset<Row> spread = kept.spread(timed(Songplays.playEvents(events)), Table.columns(TIME));
    Dataset<Row> plays = repair.of(spread).select(read());
    Dataset<Row> candidates = kept.few(SongMatch.candidates(songRecords));
    return new Plays(
        SongMatch.beside(beforeAndAfter(plays), candidates, match)
            .withColumn(Songplays.SONG_ID.name(), SongMatch.SONG_ID)
            .withColumn(Songplays.ARTIST_ID.name(), SongMatch.ARTIST_ID));
  }

  /**
   * By its names in the table, what rows are put in order by: Spark does not know the order of a
   * column again that is named later.
   */
  private static Column[] read() {
    Stream<Column> named =
        Stream.of(
            LogEvents.TS.column(),
            Songplays.SESSION_ID.from(LogEvents.SESSION_ID.column()),
            Songplays.ITEM_IN_SESSION.from(LogEvents.ITEM_IN_SESSION.column()),
            Songplays.USER_ID.from(LogEvents.USER_ID.column()));
    Stream<Column> asTheyAre =
        Stream.of(TIME, List.of(Songplays.START_TIME), READ)
            .flatMap(List::stream)
            .map(Field::column);
    return Stream.concat(named, asTheyAre).toArray(Column[]::new);
  }

  private static Dataset<Row> timed(Dataset<Row> plays) {
    Column date = EventTime.date(Songplays.START_TIME.column());
    return plays
        .withColumn(Songplays.START_TIME.name(), EventTime.instant(LogEvents.TS.column()))
        .withColumn(Songplays.YEAR.name(), year(date))
        .withColumn(Songplays.MONTH.name(), month(date))
        .withColumn(MOMENT.name(), shiftright(LogEvents.TS.column(), BITS_OF_A_MOMENT));
  }

  /**
   * {@code plays} in order, with {@link #OF_COPIES}, before anything is added to them that would be
   * sorted with them.
   */
  private static Dataset<Row> beforeAndAfter(Dataset<Row> plays) {
    Column identity = struct(identity());
    Column before = lag(identity, 1).over(BY_MOMENT);
    Column after = lead(identity, 1).over(BY_MOMENT);
    Column time = LogEvents.TS.column();
    return plays.select(
        col("*"),
        IS_FIRST.from(differs(identity, before)),
        IS_LAST.from(differs(identity, after)),
        OPENS_INSTANT.from(differs(time, before.getField(LogEvents.TS.name()))));
  }

  private static Column differs(Column identity, Column other) {
    return coalesce(identity.notEqual(other), lit(true));
  }

  /** The rows of the table. */
  Dataset<Row> songplays() {
    return lastCopies(marked(Map.of()));
  }

  /**
   * The same, counted while somebody reads them.
   *
   * @param targets what they point at, apart from {@code time}; each so small that Spark joins with
   *     it where the rows are
   */
  public WatchedPlays watched(Map<Reference, Dataset<Row>> targets) {
    return new WatchedPlays(marked(targets), targets.keySet());
  }

  /** The columns of the table, of the copies that are its rows. */
  static Dataset<Row> lastCopies(Dataset<Row> marked) {
    return marked.where(IS_LAST.column()).select(Songplays.TABLE.columns());
  }

  /** All copies, with the columns of the table, what they point at, and what is known of them. */
  private Dataset<Row> marked(Map<Reference, Dataset<Row>> targets) {
    List<Column> columns = new ArrayList<>(ofTheTable());
    columns.add(LogEvents.TEXT_REPAIRED.column());
    columns.addAll(List.of(Table.columns(OF_COPIES)));
    targets.keySet().forEach(reference -> columns.add(Profile.known(reference)));
    return Profile.besideTargets(matched, targets).select(columns.toArray(Column[]::new));
  }

  /** {@link Songplays#IDENTITY}, as it is named here. */
  private static Column[] identity() {
    return Stream.concat(
            WITHIN_INSTANT.stream().map(Field::column), Stream.of(LogEvents.TS.column()))
        .toArray(Column[]::new);
  }

  private static List<Column> ofTheTable() {
    return List.of(
        Songplays.SONGPLAY_ID.from(Digest.ofNumbers(identity())),
        Songplays.START_TIME.column(),
        Songplays.USER_ID.column(),
        Songplays.LEVEL.from(LogEvents.LEVEL.column()),
        Songplays.SONG_ID.column(),
        Songplays.ARTIST_ID.column(),
        Songplays.SESSION_ID.column(),
        Songplays.LOCATION.from(blankAsNull(LogEvents.LOCATION.column())),
        Songplays.USER_AGENT.from(blankAsNull(Text.unquoted(LogEvents.USER_AGENT.column()))),
        Songplays.ITEM_IN_SESSION.column(),
        Songplays.HEARD_TITLE.from(LogEvents.SONG.column()),
        Songplays.HEARD_ARTIST.from(LogEvents.ARTIST.column()),
        Songplays.HEARD_SECONDS.from(LogEvents.LENGTH.column()),
        Songplays.MATCH.from(SongMatch.FOUND),
        Songplays.YEAR.column(),
        Songplays.MONTH.column());
  }
}
