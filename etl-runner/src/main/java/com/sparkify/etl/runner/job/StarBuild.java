package com.sparkify.etl.runner.job;

import com.google.inject.Inject;
import com.sparkify.etl.core.quality.Check;
import com.sparkify.etl.core.source.LogEvents;
import com.sparkify.etl.core.star.Songplays;
import com.sparkify.etl.core.star.StarSchema;
import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.runner.config.StarSettings;
import com.sparkify.etl.runner.report.PlaysReport;
import com.sparkify.etl.runner.spark.Keeping;
import com.sparkify.etl.runner.spark.LateSpark;
import com.sparkify.etl.runner.spark.SideBySide;
import com.sparkify.etl.runner.spark.SmallInput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Describes the tables over the staged rows, holds their rows, and counts them with the checks. */
final class StarBuild {
  private static final String REPAIRED = "repaired";
  private static final Set<String> MATCHES =
      Set.of(Songplays.EXACT_MATCH, Songplays.LOOSE_MATCH, Songplays.NO_MATCH);

  private final LateSpark spark;
  private final Sources sources;
  private final StarSettings settings;

  @Inject
  StarBuild(LateSpark spark, Sources sources, StarSettings settings) {
    this.spark = spark;
    this.sources = sources;
    this.settings = settings;
  }

  /** The tables that {@code plan} asks for, in memory or on local disk until they are released. */
  BuiltStar build(BuildPlan plan) {
    SmallInput.fit(spark.get(), plan.stagedRows());
    Keeping keeping = Keeping.of(spark.get(), plan.stagedRows());
    Dataset<Row> songRecords = keeping.input(sources.songs().staging().current(plan.songs()));
    Dataset<Row> events = keeping.input(sources.events().staging().current(plan.events()));
    Dataset<Row> playEvents =
        plan.months().map(months -> LogEvents.during(events, months)).orElse(events);
    try {
      return measured(
          SideBySide.on(
              threads ->
                  StarSchema.built(
                      songRecords,
                      events,
                      playEvents,
                      settings.match(),
                      settings.textRepair(),
                      keeping,
                      threads)),
          keeping);
    } catch (RuntimeException failure) {
      keeping.close();
      throw failure;
    }
  }

  private static BuiltStar measured(StarSchema.Built built, Keeping keeping) {
    StarSchema star = built.star();
    List<Check> checks = new ArrayList<>(star.checks());
    checks.add(built.everyPlayIsKept());
    Gate gate = new Gate(checks);
    Tally tally = new Tally();
    star.tables()
        .forEach(
            (table, rows) ->
                tally.add(
                    table,
                    table.equals(Songplays.TABLE) ? built.markedPlays() : rows,
                    months(table),
                    kinds(table),
                    star.targets(table)));
    gate.addTo(tally);
    Map<String, Map<List<String>, Long>> counts = tally.counts();
    return new BuiltStar(star, keeping, rowCounts(counts), plays(counts), gate.outcomes(counts));
  }

  /** By what the rows of {@code table} are counted apart: year and month, where it has them. */
  private static List<Field> months(Table table) {
    return BuildPlan.BY_MONTH.contains(table) ? table.partitionedBy() : List.of();
  }

  private static Map<String, Column> kinds(Table table) {
    if (!table.equals(Songplays.TABLE)) {
      return Map.of();
    }
    Map<String, Column> kinds = new HashMap<>(Map.of(REPAIRED, LogEvents.TEXT_REPAIRED.column()));
    MATCHES.forEach(match -> kinds.put(match, Songplays.MATCH.column().equalTo(match)));
    return kinds;
  }

  private static Map<Table, Map<List<Object>, Long>> rowCounts(
      Map<String, Map<List<String>, Long>> counts) {
    Map<Table, Map<List<Object>, Long>> rows = new HashMap<>();
    for (Table table : StarSchema.TABLES) {
      Map<List<Object>, Long> byMonth = new HashMap<>();
      counts
          .getOrDefault(table.name(), Map.of())
          .forEach((key, n) -> byMonth.put(List.copyOf(key), n));
      rows.put(table, byMonth);
    }
    return rows;
  }

  private static PlaysReport plays(Map<String, Map<List<String>, Long>> counts) {
    return new PlaysReport(
        sum(counts, Songplays.EXACT_MATCH),
        sum(counts, Songplays.LOOSE_MATCH),
        sum(counts, Songplays.NO_MATCH),
        sum(counts, REPAIRED));
  }

  private static long sum(Map<String, Map<List<String>, Long>> counts, String name) {
    return counts.getOrDefault(name, Map.of()).values().stream().mapToLong(Long::longValue).sum();
  }
}
