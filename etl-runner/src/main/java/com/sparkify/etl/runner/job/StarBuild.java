package com.sparkify.etl.runner.job;

import com.google.inject.Inject;
import com.sparkify.etl.core.quality.Check;
import com.sparkify.etl.core.source.LogEvents;
import com.sparkify.etl.core.star.SettledListeners;
import com.sparkify.etl.core.star.Songplays;
import com.sparkify.etl.core.star.StarInput;
import com.sparkify.etl.core.star.StarSchema;
import com.sparkify.etl.core.star.Time;
import com.sparkify.etl.core.star.UserLevels;
import com.sparkify.etl.core.star.Users;
import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.io.lake.Lake;
import com.sparkify.etl.io.lake.Version;
import com.sparkify.etl.runner.config.StarSettings;
import com.sparkify.etl.runner.spark.Keeping;
import com.sparkify.etl.runner.spark.LateSpark;
import com.sparkify.etl.runner.spark.SideBySide;
import com.sparkify.etl.runner.spark.SmallInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Describes the tables over the staged rows, and holds and counts the dimensions. */
final class StarBuild {
  private final LateSpark spark;
  private final Sources sources;
  private final StarSettings settings;
  private final Lake lake;

  @Inject
  StarBuild(LateSpark spark, Sources sources, StarSettings settings, Lake lake) {
    this.spark = spark;
    this.sources = sources;
    this.lake = lake;
    this.settings = settings;
  }

  /**
   * The tables that {@code plan} asks for: the dimensions in memory or on local disk until they are
   * released, and the plays described.
   */
  BuiltStar build(BuildPlan plan) {
    SmallInput.fit(spark.get(), plan.stagedRows());
    Keeping keeping = Keeping.of(spark.get(), plan.stagedRows(), plan.stagedSongs());
    Dataset<Row> songRecords = keeping.input(sources.songs().staging().current(plan.songs()));
    Dataset<Row> events = keeping.input(sources.events().staging().current(plan.events()));
    try {
      return counted(
          plan,
          SideBySide.on(
              threads ->
                  StarSchema.built(
                      input(plan, songRecords, events, keeping),
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

  private StarInput input(
      BuildPlan plan, Dataset<Row> songRecords, Dataset<Row> events, Keeping keeping) {
    Optional<Dataset<Row>> changed =
        plan.months()
            .flatMap(months -> keeping.ahead(() -> SettledListeners.changed(changed(plan))));
    return new StarInput(
        songRecords,
        changed.map(some -> SettledListeners.eventsOf(some, events)).orElse(events),
        during(plan, events, Songplays.TABLE),
        during(plan, events, Time.TABLE),
        changed.map(
            some ->
                SettledListeners.of(lake.read(Users.TABLE), lake.read(UserLevels.TABLE), some)));
  }

  /** The staged events that came or went since tables were published. */
  private Dataset<Row> changed(BuildPlan plan) {
    Version published = plan.published().orElseThrow();
    return sources.events().staging().changed(plan.events(), published.basis().eventBatches());
  }

  /** The {@code events} of which rows of {@code table} are built. */
  private static Dataset<Row> during(BuildPlan plan, Dataset<Row> events, Table table) {
    return plan.months()
        .map(months -> LogEvents.during(events, months))
        .map(some -> LogEvents.outside(some, plan.stayingSpans(table)))
        .orElse(events);
  }

  private static BuiltStar counted(BuildPlan plan, StarSchema.Built built, Keeping keeping) {
    StarSchema star = built.star();
    List<Check> checks = new ArrayList<>(star.checks());
    checks.add(built.everyPlayIsKept());
    Tally tally = new Tally();
    star.tables()
        .forEach(
            (table, rows) -> {
              if (!StarSchema.FACTS.contains(table)) {
                tally.add(table, rows, months(table), sums(table, plan), star.targets(table));
              }
            });
    new Gate(star.checksOfDimensions()).addTo(tally);
    Map<String, Map<List<String>, Long>> dimensions = tally.counts();
    return new BuiltStar(
        star,
        new Gate(checks),
        dimensions,
        new PlaysTally(built, dimensions, keeping, plan.buildsPlays()),
        keeping);
  }

  /** By what the rows of {@code table} are counted apart: year and month, where it has them. */
  private static List<Field> months(Table table) {
    return BuildPlan.BY_MONTH.contains(table) ? table.partitionedBy() : List.of();
  }

  private static Map<String, Column> sums(Table table, BuildPlan plan) {
    return table.equals(Time.TABLE)
        ? PlaysTally.sumsOfTime(plan.stayingSpans(Songplays.TABLE))
        : Map.of();
  }
}
