package com.sparkify.etl.core.source;

import static com.sparkify.etl.core.source.StagedRows.stagedAs;
import static com.sparkify.etl.core.table.Field.optional;
import static com.sparkify.etl.core.table.Field.required;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.month;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import com.sparkify.etl.core.column.EventTime;
import com.sparkify.etl.core.column.Text;
import com.sparkify.etl.core.column.TimeSpan;
import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Table;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The app's event log, as it arrives: one JSON object a line, in the fields' order. */
public final class LogEvents {
  public static final Field ARTIST =
      optional("artist", StringType, "Artist of the song; null if the event is no play");
  public static final Field AUTH = optional("auth", StringType, "Logged In or Logged Out, ...");
  public static final Field FIRST_NAME =
      optional("firstName", StringType, "Given name; null if logged out").asPersonal();
  public static final Field GENDER =
      optional("gender", StringType, "F or M; null if logged out").asPersonal();
  public static final Field ITEM_IN_SESSION =
      optional("itemInSession", IntegerType, "Position of the event in its session, from 0");
  public static final Field LAST_NAME =
      optional("lastName", StringType, "Family name; null if logged out").asPersonal();
  public static final Field LENGTH =
      optional("length", DoubleType, "Seconds of the song; null if the event is no play");
  public static final Field LEVEL = optional("level", StringType, "Plan at the time: free or paid");
  public static final Field LOCATION =
      optional("location", StringType, "Metropolitan area of the listener").asPersonal();
  public static final Field METHOD = optional("method", StringType, "HTTP method of the request");
  public static final Field PAGE = optional("page", StringType, "What was done: NextSong, ...");
  public static final Field REGISTRATION =
      optional("registration", LongType, "When the listener signed up; epoch milliseconds");
  public static final Field SESSION_ID = optional("sessionId", LongType, "Session");
  public static final Field SONG =
      optional("song", StringType, "Title of the song; null if the event is no play");
  public static final Field STATUS = optional("status", IntegerType, "HTTP status of the answer");
  public static final Field TS = optional("ts", LongType, "When it happened; epoch milliseconds");
  public static final Field USER_AGENT =
      optional("userAgent", StringType, "Client, as it calls itself").asPersonal();
  private static final Field USER_ID_TEXT =
      optional("userId", StringType, "Listener, as text; blank if logged out");
  public static final Field USER_ID = optional("userId", LongType, "Listener; null if logged out");

  /** The fields of an event, in the order of the public files. */
  public static final List<Field> FIELDS = fieldsWith(USER_ID_TEXT);

  /** One row per line that was read: its fields, where it was, and what the reader found. */
  public static final Table RAW = StagedRows.raw("log_data", FIELDS);

  /** One row per line that was read, good or rejected with its reason. */
  public static final Table STAGED = StagedRows.staged("events", fieldsWith(USER_ID));

  /**
   * The order in which events happen: by time, then session, then position in the session. Copies
   * of one event that differ are ordered by their level, then by whatever else a table reads.
   */
  public static final List<Field> CHRONOLOGY = List.of(TS, SESSION_ID, ITEM_IN_SESSION, LEVEL);

  /** Beside the fields of a staged event: what {@link TextRepair} found. */
  public static final Field TEXT_REPAIRED =
      required(
          "text_repaired",
          BooleanType,
          "Whether double encoding was undone in artist, song or location");

  private static final List<Field> PROSE_OF_PLAYS = List.of(ARTIST, SONG, LOCATION);
  private static final List<Field> PROSE =
      Stream.concat(PROSE_OF_PLAYS.stream(), Stream.of(FIRST_NAME, LAST_NAME)).toList();
  private static final int MONTHS_PER_YEAR = 12;
  private static final String PLAY = "NextSong";
  private static final String WHOLE_NUMBER = "\\A[+-]?[0-9]{1,18}\\z";
  private static final long LARGEST_USER_ID = 999_999_999_999_999_999L;

  /** The first character that comes after all digits. */
  private static final String AFTER_DIGITS = ":";

  private static final Column USER_NUMBER = col("_user");

  private LogEvents() {}

  /**
   * The staged rows of {@code raw}: one for each, in which {@code reject_reason} is null or the
   * first rule that the event breaks. A user id of up to 18 digits becomes a number, a blank one
   * null.
   *
   * @param raw rows with the columns of {@link #RAW}
   */
  public static Dataset<Row> staged(Dataset<Row> raw) {
    Column userId = USER_ID_TEXT.column();
    Column noNumber = Text.isBlank(userId).or(USER_NUMBER.isNotNull()).equalTo(false);
    RejectRules rules =
        new RejectRules()
            .requireValue(TS)
            .requireWord(PAGE, LEVEL)
            .requireValue(SESSION_ID, ITEM_IN_SESSION)
            .rejectWhen(isPlay().and(SONG.column().isNull()), RejectRules.missing(SONG))
            .rejectWhen(isPlay().and(ARTIST.column().isNull()), RejectRules.missing(ARTIST))
            .rejectWhen(isPlay().and(userId.isNull()), RejectRules.missing(USER_ID))
            .rejectWhen(beyondTime(TS), RejectRules.badType(TS))
            .rejectWhen(beyondTime(REGISTRATION), RejectRules.badType(REGISTRATION))
            .rejectWhen(noNumber, RejectRules.badType(USER_ID))
            .forbidNegative(TS, SESSION_ID, ITEM_IN_SESSION, LENGTH, REGISTRATION)
            .rejectWhen(isPlay().and(Text.isBlank(userId)), RejectRules.PLAY_WITHOUT_USER);
    Map<Field, Column> converted =
        Map.of(
            USER_ID_TEXT, USER_NUMBER,
            TS, withinTime(TS),
            REGISTRATION, withinTime(REGISTRATION));
    Column[] values =
        FIELDS.stream()
            .map(field -> converted.getOrDefault(field, field.column()))
            .toArray(Column[]::new);
    return raw.withColumn("_user", userNumber())
        .transform(stagedAs(STAGED, rules.firstBroken(), values));
  }

  /**
   * The user id, if it is a number. Most are written as Spark writes that number, which is sooner
   * seen than how else it can be written, with white space around it. What is no number at all is
   * known by its first character as a rule: a cast that fails takes its time.
   */
  private static Column userNumber() {
    Column userId = USER_ID_TEXT.column();
    Column startsWithDigit = userId.geq(lit("0")).and(userId.lt(lit(AFTER_DIGITS)));
    Column cast = expr("try_cast(`%s` AS BIGINT)".formatted(USER_ID_TEXT.name()));
    Column number = when(startsWithDigit, cast);
    Column isWrittenSo = number.leq(LARGEST_USER_ID).and(number.cast(StringType).equalTo(userId));
    Column trimmed = Text.trimmed(userId);
    return when(isWrittenSo, number).when(trimmed.rlike(WHOLE_NUMBER), trimmed.cast(LongType));
  }

  private static Column isPlay() {
    return PAGE.column().equalTo(PLAY);
  }

  /** The events of listeners who are signed in. */
  public static Dataset<Row> signedIn(Dataset<Row> events) {
    return events.where(USER_ID.column().isNotNull());
  }

  /** The events in which a listener started a song. */
  public static Dataset<Row> plays(Dataset<Row> events) {
    return events.where(isPlay());
  }

  /**
   * The events that happened in one of {@code months}, each a year and a month in UTC.
   *
   * @param events staged rows
   */
  public static Dataset<Row> during(Dataset<Row> events, Set<YearMonth> months) {
    return events.where(
        monthNumber().isin(months.stream().map(LogEvents::number).toArray(Object[]::new)));
  }

  /**
   * The events that happened at no time of {@code spans}.
   *
   * @param events staged rows
   */
  public static Dataset<Row> outside(Dataset<Row> events, List<TimeSpan> spans) {
    Dataset<Row> outside = events;
    for (TimeSpan span : spans) {
      outside = outside.where(span.isBeside(TS.column()));
    }
    return outside;
  }

  /**
   * The days in UTC of {@code events}, a row each: the times of its {@code first} and its {@code
   * last} event in epoch milliseconds.
   */
  public static Dataset<Row> days(Dataset<Row> events) {
    return events
        .where(TS.column().isNotNull())
        .groupBy(EventTime.date(EventTime.instant(TS.column())))
        .agg(min(TS.column()).as("first"), max(TS.column()).as("last"))
        .select("first", "last");
  }

  private static Column monthNumber() {
    Column date = EventTime.date(EventTime.instant(TS.column()));
    return year(date).multiply(lit(MONTHS_PER_YEAR)).plus(month(date));
  }

  private static int number(YearMonth month) {
    return month.getYear() * MONTHS_PER_YEAR + month.getMonthValue();
  }

  /** The events with double encoding undone in what people read, and whether it was. */
  static Dataset<Row> withRepairedText(Dataset<Row> events) {
    Column changed =
        PROSE_OF_PLAYS.stream()
            .map(field -> repaired(field).eqNullSafe(field.column()).equalTo(false))
            .reduce(Column::or)
            .orElseThrow();
    List<String> prose = PROSE.stream().map(Field::name).toList();
    Stream<Column> columns =
        Stream.of(events.columns())
            .map(name -> prose.contains(name) ? Text.repaired(col(name)).as(name) : col(name));
    return events.select(
        Stream.concat(columns, Stream.of(TEXT_REPAIRED.from(changed))).toArray(Column[]::new));
  }

  /** The events as they were sent. */
  static Dataset<Row> withTextAsWritten(Dataset<Row> events) {
    return events.withColumn(TEXT_REPAIRED.name(), lit(false));
  }

  /** Null for a time that is no timestamp of the lake, so that no later step can overflow on it. */
  private static Column withinTime(Field millis) {
    return when(millis.column().between(lit(0L), lit(EventTime.END_OF_TIME - 1)), millis.column());
  }

  private static Column beyondTime(Field millis) {
    return millis.column().geq(lit(EventTime.END_OF_TIME));
  }

  private static Column repaired(Field field) {
    return Text.repaired(field.column());
  }

  private static List<Field> fieldsWith(Field userId) {
    return List.of(
        ARTIST,
        AUTH,
        FIRST_NAME,
        GENDER,
        ITEM_IN_SESSION,
        LAST_NAME,
        LENGTH,
        LEVEL,
        LOCATION,
        METHOD,
        PAGE,
        REGISTRATION,
        SESSION_ID,
        SONG,
        STATUS,
        TS,
        USER_AGENT,
        userId);
  }
}
