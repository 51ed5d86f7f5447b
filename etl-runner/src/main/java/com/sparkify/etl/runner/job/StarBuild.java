package com.sparkify.etl.runner.job;

import com.google.inject.Inject;
import com.sparkify.etl.core.quality.Check;
import com.sparkify.etl.core.source.LogEvents;
import com.sparkify.etl.core.star.Songplays;
import com.sparkify.etl.core.star.StarSchema;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.runner.config.StarSettings;
import com.sparkify.etl.runner.report.PlaysReport;
import com.sparkify.etl.runner.spark.Keeping;
import com.sparkify.etl.runner.spark.SmallInput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Describes the tables over the staged rows, holds their rows, and counts them with the checks. */
final class StarBuild {
  private static final String MATCHES = "matches";
  private static final String REPAIRED = "repaired plays";

  private final SparkSession spark;
  private final Sources sources;
  private final StarSettings settings;

  @Inject
  StarBuild(SparkSession spark, Sources sources, StarSettings settings) {
    this.spark = spark;
    this.sources = sources;
    this.settings = settings;
  }

  /** The tables that {@code plan} asks for, in memory or on local disk until they are released. */
  BuiltStar build(BuildPlan plan) {
    SmallInput.fit(spark, plan.stagedRows());
    Keeping keeping = Keeping.of(spark, plan.stagedRows());
    Dataset<Row> songRecords = keeping.input(sources.songs().staging().current(plan.songs()));
    Dataset<Row> sent = keeping.input(sources.events().staging().current(plan.events()));
    Dataset<Row> sentPlays =
        plan.months().map(months -> LogEvents.during(sent, months)).orElse(sent);
    StarSchema star =
        StarSchema.from(songRecords, read(sent), read(sentPlays), settings.match(), keeping::table);
    try {
      return measured(star, sentPlays);
    } catch (RuntimeException failure) {
      star.tables().values().forEach(Dataset::unpersist);
      throw failure;
    }
  }

  private Dataset<Row> read(Dataset<Row> events) {
    return switch (settings.textRepair()) {
      case DECODED -> events.transform(LogEvents::withRepairedText);
      case AS_WRITTEN -> events;
    };
  }

  private BuiltStar measured(StarSchema star, Dataset<Row> sentPlays) {
    List<Check> checks = new ArrayList<>(star.checks());
    checks.add(star.everyPlayIsKept());
    Gate gate = new Gate(checks);
    Tally tally = new Tally();
    star.tables().forEach((table, rows) -> tally.add(table.name(), rows, grouping(table)));
    tally.add(MATCHES, star.songplays(), Songplays.MATCH.column());
    switch (settings.textRepair()) {
      case DECODED ->
          tally.add(
              REPAIRED, sentPlays.transform(LogEvents::repairable).transform(Songplays::plays));
      case AS_WRITTEN -> {}
    }
    gate.addTo(tally);
    Map<String, Map<List<String>, Long>> counts = tally.counts();
    return new BuiltStar(star, rowCounts(counts), plays(counts), gate.outcomes(counts));
  }

  private static Column[] grouping(Table table) {
    return BuildPlan.BY_MONTH.contains(table)
        ? Table.columns(table.partitionedBy())
        : new Column[0];
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
    Map<List<String>, Long> matches = counts.getOrDefault(MATCHES, Map.of());
    return new PlaysReport(
        matches.getOrDefault(List.of("exact"), 0L),
        matches.getOrDefault(List.of("title_artist"), 0L),
        matches.getOrDefault(List.of("none"), 0L),
        counts.getOrDefault(REPAIRED, Map.of()).getOrDefault(List.of(), 0L));
  }
}
