package com.sparkify.etl.runner.job;

import com.sparkify.etl.core.star.Songplays;
import com.sparkify.etl.core.star.StarSchema;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.io.lake.Release.Amount;
import com.sparkify.etl.runner.report.CheckReport;
import com.sparkify.etl.runner.report.PlaysReport;
import com.sparkify.etl.runner.spark.Keeping;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Tables that were built: dimensions, which are held until they are released, and plays, which are
 * made and counted while they are written. Dimensions are counted at the same time.
 */
final class BuiltStar implements AutoCloseable {
  private final StarSchema star;
  private final Gate gate;
  private final Counting dimensions;
  private final PlaysTally plays;
  private final Keeping keeping;
  private Optional<StarCounts> counts = Optional.empty();

  /**
   * The tables of {@code star}, held by {@code keeping}.
   *
   * @param gate the checks of all tables
   * @param dimensions what a {@link Tally} counts of the dimensions
   */
  BuiltStar(StarSchema star, Gate gate, Counting dimensions, PlaysTally plays, Keeping keeping) {
    this.star = star;
    this.gate = gate;
    this.dimensions = dimensions;
    this.plays = plays;
    this.keeping = keeping;
  }

  /** The tables, of which each query makes the plays again. */
  StarSchema star() {
    return star;
  }

  /** The rows of {@code table} to be written; plays once. */
  Dataset<Row> rows(Table table, Dataset<Row> rows) {
    return table.equals(Songplays.TABLE) ? plays.rows() : rows;
  }

  /** How many rows {@code table} has. */
  Amount amount(Table table) {
    return table.equals(Songplays.TABLE)
        ? plays.amount(() -> counts().counts().rows(table))
        : Amount.of(() -> dimensions.of(table).rows(table));
  }

  /** What is known once the plays are written and the dimensions counted. */
  synchronized StarCounts counts() {
    if (counts.isEmpty()) {
      Counts ofDimensions = dimensions.all();
      Counts ofPlays = plays.counts(ofDimensions);
      Counts all = Counts.total(Stream.of(ofDimensions, ofPlays));
      List<CheckReport> checks =
          gate.outcomes(all).stream().map(check -> asWritten(check, ofPlays)).toList();
      counts = Optional.of(new StarCounts(all, report(all), checks));
    }
    return counts.orElseThrow();
  }

  /**
   * {@code check}, which asks plays that are made again. What was counted of the rows that are
   * written counts all the same.
   */
  private static CheckReport asWritten(CheckReport check, Counts ofPlays) {
    long found = ofPlays.sum(check.promise());
    return check.holds() && found > 0
        ? new CheckReport(
            check.promise(), found, List.of("rows as they were written; made again they keep it"))
        : check;
  }

  private static PlaysReport report(Counts counts) {
    return new PlaysReport(
        counts.sum(Songplays.EXACT_MATCH),
        counts.sum(Songplays.LOOSE_MATCH),
        counts.sum(Songplays.NO_MATCH),
        counts.sum(PlaysTally.REPAIRED));
  }

  @Override
  public void close() {
    dimensions.end();
    keeping.close();
  }
}
