package com.sparkify.etl.core.star;

import static com.sparkify.etl.core.quality.Profile.oneIf;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.histogram_numeric;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.transform;
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
  private static final String PLAYS = "plays";
  private static final String INSTANTS = "instants";
  private static final String BY_MONTH = "by_month";
  private static final String REPAIRED = "repaired";
  private static final int MONTHS_PER_YEAR = 12;

  /** More months than tasks could ever bring together: beyond it, Spark would merge some. */
  private static final int MONTHS = 1 << 24;

  private final Watch copiesWatch = new Watch();
  private final Watch playsWatch = new Watch();
  private final Dataset<Row> rows;

  WatchedPlays(Plays plays, Map<Reference, Dataset<Row>> targets) {
    Dataset<Row> matched = plays.matched(copiesWatch.over(plays.inOrder(), ofCopies()));
    this.rows =
        playsWatch
            .over(Profile.besideTargets(matched, targets), ofPlays(targets))
            .select(Songplays.TABLE.columns());
  }

  /** The rows, to be read once and to their end. */
  public Dataset<Row> rows() {
    return rows;
  }

  /**
   * What was counted.
   *
   * @param rows by the month of {@code start_time} in UTC
   * @param matches rows by {@link Songplays#MATCH}
   * @param repaired rows with repaired text
   * @param plays different plays among the events, found in another way than the rows
   * @param startTimes the different start times
   * @param broken rows that may break a promise, by the names of {@link Profile}
   */
  public record Counts(
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
    Map<String, Object> ofCopies = copiesWatch.values();
    Map<String, Object> ofPlays = playsWatch.values();
    Map<String, Long> matches = new TreeMap<>();
    Songplays.MATCHES.forEach(match -> matches.put(match, number(ofPlays, match)));
    Map<String, Long> broken = new TreeMap<>();
    ofPlays.keySet().stream()
        .filter(Profile::isOfBroken)
        .forEach(name -> broken.put(name, number(ofPlays, name)));
    return new Counts(
        byMonth(String.valueOf(ofPlays.get(BY_MONTH))),
        matches,
        number(ofPlays, REPAIRED),
        number(ofCopies, PLAYS),
        KeySet.of(number(ofCopies, INSTANTS), name -> number(ofCopies, name)),
        broken);
  }

  private static List<Column> ofCopies() {
    List<Column> sums = new ArrayList<>();
    sums.add(ones(Songplays.isFirstCopy()).as(PLAYS));
    sums.add(ones(Songplays.opensInstant()).as(INSTANTS));
    KeySet.sums(Songplays.startTime(), Songplays.opensInstant())
        .forEach((name, number) -> sums.add(sum(number).as(name)));
    return sums;
  }

  private static List<Column> ofPlays(Map<Reference, Dataset<Row>> targets) {
    List<Column> sums = new ArrayList<>();
    Songplays.MATCHES.forEach(
        match -> sums.add(ones(Songplays.MATCH.column().equalTo(match)).as(match)));
    sums.add(ones(LogEvents.TEXT_REPAIRED.column()).as(REPAIRED));
    sums.add(ones(Songplays.REPEATED.column()).as(Profile.REPEATED_KEYS));
    Profile.broken(Songplays.TABLE, targets.keySet())
        .forEach((name, number) -> sums.add(sum(number).as(name)));
    sums.add(countsByMonth().as(BY_MONTH));
    return sums;
  }

  private static Column ones(Column condition) {
    return sum(oneIf(condition));
  }

  /** Counts as {@code month:rows,...}; a histogram with room for all values counts each of them. */
  private static Column countsByMonth() {
    Column month =
        Songplays.YEAR
            .column()
            .multiply(lit(MONTHS_PER_YEAR))
            .plus(Songplays.MONTH.column())
            .minus(lit(1));
    return concat_ws(
        ",",
        transform(
            histogram_numeric(month, lit(MONTHS)),
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
