package com.sparkify.etl.core.star;

import static com.sparkify.etl.core.quality.Profile.oneIf;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.histogram_numeric;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import com.sparkify.etl.core.quality.Profile;
import com.sparkify.etl.core.quality.Watch;
import com.sparkify.etl.core.source.LogEvents;
import com.sparkify.etl.core.table.Reference;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The rows of {@code songplays} as somebody is about to write them, and what is known of them once
 * they are written: they are counted and checked on their way, so that nobody has to keep them or
 * to read them again.
 */
public final class WatchedPlays {
  private static final String EVENTS = "events";
  private static final String PLAYS = "plays";
  private static final String BY_MONTH = "by_month";
  private static final String REPAIRED = "repaired";
  private static final int MONTHS_PER_YEAR = 12;

  /** More months than tasks could ever bring together: beyond it, Spark would merge some. */
  private static final int MONTHS = 1 << 24;

  private final Watch watch = new Watch();
  private final Map<String, Column> broken;
  private final Dataset<Row> rows;

  /**
   * The rows of {@code marked}, which are {@link Plays} with what is known of them.
   *
   * @param references those by which they are beside what they point at
   */
  WatchedPlays(Dataset<Row> marked, Set<Reference> references) {
    this.broken = Profile.broken(Songplays.TABLE, references);
    this.rows = Plays.lastCopies(watch.over(marked, sums(broken)));
  }

  /** The rows, to be read once and to their end. */
  public Dataset<Row> rows() {
    return rows;
  }

  /**
   * What was counted.
   *
   * @param events plays among the events, copies included
   * @param rows by the month of {@code start_time} in UTC
   * @param matches rows by {@link Songplays#MATCH}
   * @param repaired rows with repaired text
   * @param plays different plays, by the first copy of each; a row is the last copy
   * @param startTimes the different start times
   * @param broken rows that may break a promise, by the names of {@link Profile}
   */
  public record Counts(
      long events,
      Map<YearMonth, Long> rows,
      Map<String, Long> matches,
      long repaired,
      long plays,
      KeySet startTimes,
      Map<String, Long> broken) {

    /** How many rows there are. */
    public long total() {
      return rows.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /**
   * What was counted of the rows, once they were read.
   *
   * @throws IllegalStateException if Spark does not tell
   */
  public Counts counts() {
    Map<String, Object> found = watch.values();
    Map<String, Long> matches = new TreeMap<>();
    Songplays.MATCHES.forEach(match -> matches.put(match, number(found, match)));
    Map<String, Long> ofBroken = new TreeMap<>();
    broken.keySet().forEach(name -> ofBroken.put(name, number(found, name)));
    return new Counts(
        number(found, EVENTS),
        byMonth(String.valueOf(found.get(BY_MONTH))),
        matches,
        number(found, REPAIRED),
        number(found, PLAYS),
        KeySet.of(name -> number(found, name)),
        ofBroken);
  }

  private static List<Column> sums(Map<String, Column> broken) {
    Map<String, Column> numbers = new TreeMap<>();
    numbers.put(EVENTS, lit(1L));
    numbers.put(PLAYS, oneIf(Plays.IS_FIRST.column()));
    numbers.putAll(KeySet.sums(Songplays.START_TIME.column(), Plays.OPENS_INSTANT.column()));
    Songplays.MATCHES.forEach(
        match -> numbers.put(match, ofRows(oneIf(Songplays.MATCH.column().equalTo(match)))));
    numbers.put(REPAIRED, ofRows(oneIf(LogEvents.TEXT_REPAIRED.column())));
    broken.forEach((name, number) -> numbers.put(name, ofRows(number)));
    List<Column> sums = new ArrayList<>();
    numbers.forEach((name, number) -> sums.add(sum(number).as(name)));
    sums.add(rowsByMonth().as(BY_MONTH));
    return sums;
  }

  private static Column ofRows(Column number) {
    return when(Plays.IS_LAST.column(), number);
  }

  /** Counts as {@code month:rows,...}; a histogram with room for all values counts each of them. */
  private static Column rowsByMonth() {
    Column month =
        Songplays.YEAR
            .column()
            .multiply(lit(MONTHS_PER_YEAR))
            .plus(Songplays.MONTH.column())
            .minus(lit(1));
    return concat_ws(
        ",",
        transform(
            histogram_numeric(ofRows(month), lit(MONTHS)),
            bar ->
                concat(
                    bar.getField("x").cast(LongType).cast(StringType),
                    lit(":"),
                    bar.getField("y").cast(LongType).cast(StringType))));
  }

  private static Map<YearMonth, Long> byMonth(String counts) {
    Map<YearMonth, Long> byMonth = new TreeMap<>();
    for (String bar : counts.isEmpty() ? new String[0] : counts.split(",", -1)) {
      int colon = bar.indexOf(':');
      int month = Integer.parseInt(bar.substring(0, colon));
      byMonth.merge(
          YearMonth.of(month / MONTHS_PER_YEAR, month % MONTHS_PER_YEAR + 1),
          Long.parseLong(bar.substring(colon + 1)),
          Long::sum);
    }
    return byMonth;
  }

  /** A sum; of no rows it is null. */
  private static long number(Map<String, Object> values, String name) {
    return values.get(name) instanceof Long number ? number : 0;
  }
}
