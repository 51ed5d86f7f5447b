package com.sparkify.etl.runner.job;

import com.sparkify.etl.core.column.TimeSpan;
import com.sparkify.etl.core.quality.Check;
import com.sparkify.etl.core.quality.Profile;
import com.sparkify.etl.core.star.KeySet;
import com.sparkify.etl.core.star.Songplays;
import com.sparkify.etl.core.star.StarSchema;
import com.sparkify.etl.core.star.Time;
import com.sparkify.etl.core.star.WatchedPlays;
import com.sparkify.etl.core.table.Reference;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.io.lake.Release.Amount;
import com.sparkify.etl.runner.spark.Keeping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Counts plays, and what breaks the promises about them, while they are written. */
final class PlaysTally {
  static final String REPAIRED = "repaired";

  /** To more rows, Spark does not send each task a copy of what it joins with. */
  private static final long MOST_TO_SEND = 10_000_000;

  private final WatchedPlays plays;
  private final Keeping keeping;
  private final boolean areWritten;
  private final boolean areLaidOut;
  private final String everyPlayIsKept;
  private final String oneRowPerPlay;
  private final Map<String, String> promises = new HashMap<>();

  /**
   * Counts the plays of {@code built}.
   *
   * @param dimensions what is counted of the dimensions; waited for where {@code atMost} rows of
   *     one are too many to be sent
   * @param atMost how many rows a dimension has at most
   * @param keeping what knows how many plays there are
   * @param areWritten false if no month of plays is built, so that nobody may ever read the rows
   */
  PlaysTally(
      StarSchema.Built built,
      Counting dimensions,
      ToLongFunction<Table> atMost,
      Keeping keeping,
      boolean areWritten) {
    this.areWritten = areWritten;
    StarSchema star = built.star();
    Map<Reference, Dataset<Row>> targets = star.targets(Songplays.TABLE);
    targets.remove(StarSchema.START_OF_PLAY);
    boolean areSent =
        targets.keySet().stream()
            .map(Reference::target)
            .allMatch(
                target ->
                    atMost.applyAsLong(target) <= MOST_TO_SEND
                        || rows(target, dimensions) <= MOST_TO_SEND);
    if (areSent) {
      targets.replaceAll(
          (reference, rows) -> functions.broadcast(rows.select(reference.targetField().column())));
    }
    this.plays = built.plays().watched(targets);
    this.keeping = keeping;
    this.areLaidOut = keeping.spreadsPlays() && areSent;
    this.everyPlayIsKept = built.everyPlayIsKept().promise();
    Dataset<Row> rows = star.songplays();
    this.oneRowPerPlay = Check.uniqueKey(Songplays.TABLE, rows).promise();
    promises.put(Profile.INCOMPLETE_ROWS, Check.requiredFields(Songplays.TABLE, rows).promise());
    star.targets(Songplays.TABLE)
        .forEach(
            (reference, target) ->
                promises.put(
                    Profile.danglingRows(reference),
                    Check.references(reference, rows, target).promise()));
  }

  /**
   * What is summed up of {@code time}, for plays to be compared with.
   *
   * @param staying times of which no play is built
   */
  static Map<String, Column> sumsOfTime(List<TimeSpan> staying) {
    Column millis = functions.unix_millis(Time.START_TIME.column());
    return KeySet.sums(
        Time.START_TIME.column(),
        staying.stream()
            .map(span -> span.isBeside(millis))
            .reduce(functions.lit(true), Column::and));
  }

  private static long rows(Table table, Counting dimensions) {
    return dimensions.of(table).sum(table.name());
  }

  /** The rows to be written. */
  Dataset<Row> rows() {
    return plays.rows();
  }

  /** How many rows there are, as far as that is known before they are written. */
  Amount amount(Supplier<Map<List<Object>, Long>> byMonth) {
    return new Amount(keeping::plays, byMonth, areLaidOut);
  }

  /**
   * What was counted, once the rows are written. A promise of which nothing was counted holds.
   *
   * @param dimensions what was counted of the dimensions
   */
  Counts counts(Counts dimensions) {
    if (!areWritten) {
      return Counts.NONE;
    }
    WatchedPlays.Counts found = plays.counts();
    Map<List<String>, Long> rows = new HashMap<>();
    found
        .rows()
        .forEach(
            (month, n) ->
                rows.put(
                    List.of(
                        Integer.toString(month.getYear()), Integer.toString(month.getMonthValue())),
                    n));
    List<Counts> counts = new ArrayList<>();
    counts.add(new Counts(Map.of(Songplays.TABLE.name(), rows)));
    found.matches().forEach((match, n) -> counts.add(Counts.of(match, n)));
    counts.add(Counts.of(REPAIRED, found.repaired()));
    doubts(found, dimensions).forEach(promise -> counts.add(Counts.of(promise, 1)));
    return Counts.total(counts.stream());
  }

  private Set<String> doubts(WatchedPlays.Counts found, Counts dimensions) {
    Set<String> doubts = new HashSet<>();
    found
        .broken()
        .forEach(
            (name, n) -> {
              if (n > 0) {
                doubts.add(promises.getOrDefault(name, name));
              }
            });
    if (found.total() != found.plays()) {
      doubts.addAll(Set.of(oneRowPerPlay, everyPlayIsKept));
    }
    if (found.events() != keeping.plays()) {
      doubts.add(everyPlayIsKept);
    }
    KeySet times = KeySet.of(dimensions::sum);
    if (!times.equals(found.startTimes())) {
      doubts.add(promises.getOrDefault(Profile.danglingRows(StarSchema.START_OF_PLAY), ""));
    }
    return doubts;
  }
}
