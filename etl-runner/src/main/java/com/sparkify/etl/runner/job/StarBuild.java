package com.sparkify.etl.runner.job;

import com.google.inject.Inject;
import com.sparkify.etl.core.column.TimeSpan;
import com.sparkify.etl.core.quality.Check;
import com.sparkify.etl.core.source.LogEvents;
import com.sparkify.etl.core.star.ChangedListeners;
import com.sparkify.etl.core.star.ListenerInput;
import com.sparkify.etl.core.star.Songplays;
import com.sparkify.etl.core.star.StarInput;
import com.sparkify.etl.core.star.StarSchema;
import com.sparkify.etl.core.star.Time;
import com.sparkify.etl.core.star.UserLevels;
import com.sparkify.etl.core.star.Users;
import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.io.lake.Lake;
import com.sparkify.etl.runner.config.StarSettings;
import com.sparkify.etl.runner.spark.InputFit;
import com.sparkify.etl.runner.spark.Keeping;
import com.sparkify.etl.runner.spark.LateSpark;
import com.sparkify.etl.runner.spark.SideBySide;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Describes the tables over the staged rows, holds the dimensions, and has them counted. */
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
   * released, and being counted; and the plays described.
   */
  BuiltStar build(BuildPlan plan) {
    InputFit.fit(spark.get(), plan.stagedRows(), plan.rowsToGoOver());
    Keeping keeping =
        Keeping.of(spark.get(), plan.stagedRows(), plan.stagedSongs(), plan::leavesAlone);
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
    return new StarInput(
        songRecords,
        () -> listeners(plan, events, keeping),
        during(plan, events, Songplays.TABLE, keeping),
        during(plan, events, Time.TABLE, keeping));
  }

  private ListenerInput listeners(BuildPlan plan, Dataset<Row> events, Keeping keeping) {
    return plan.months()
        .flatMap(months -> ChangedListeners.of(changed(plan), keeping))
        .map(
            changed ->
                new ListenerInput(
                    eventsOf(changed, plan, events, keeping),
                    Optional.of(
                        changed.others(lake.read(Users.TABLE), lake.read(UserLevels.TABLE)))))
        .orElseGet(() -> new ListenerInput(events, Optional.empty()));
  }

  /** The staged events that came or went since tables were published. */
  private Dataset<Row> changed(BuildPlan plan) {
    return sources.events().staging().changed(plan.events(), plan.builtEvents());
  }

  private Dataset<Row> eventsOf(
      ChangedListeners changed, BuildPlan plan, Dataset<Row> events, Keeping keeping) {
    return plan.events().onlyAddsTo(plan.builtEvents())
        ? changed.eventsIn(
            part(plan, events, keeping, times -> !changed.changedAfter(times)),
            lake.read(UserLevels.TABLE))
        : changed.eventsIn(events);
  }

  /** The {@code events} of which rows of {@code table} are built. */
  private Dataset<Row> during(BuildPlan plan, Dataset<Row> events, Table table, Keeping keeping) {
    return plan.months()
        .map(
            months ->
                LogEvents.during(
                    part(plan, events, keeping, times -> plan.needs(table, times)), months))
        .map(some -> LogEvents.outside(some, plan.stayingSpans(table)))
        .orElse(events);
  }

  /** Of {@code events}, at least those of whose times {@code isNeeded}. */
  private Dataset<Row> part(
      BuildPlan plan, Dataset<Row> events, Keeping keeping, Predicate<TimeSpan> isNeeded) {
    return keeping.part(
        events, () -> sources.events().staging().current(plan.events(), LogEvents.TS, isNeeded));
  }

  private static BuiltStar counted(BuildPlan plan, StarSchema.Built built, Keeping keeping) {
    StarSchema star = built.star();
    List<Check> checks = new ArrayList<>(star.checks());
    checks.add(built.everyPlayIsKept());
    Map<Table, Dataset<Row>> counted = star.tables();
    counted.keySet().removeAll(StarSchema.FACTS);
    counted.keySet().removeIf(plan::leavesAlone);
    Tally tally = new Tally();
    counted.forEach(
        (table, rows) ->
            tally.add(table, rows, months(table), sums(table, plan), star.targets(table)));
    new Gate(star.checks(counted.keySet())).addTo(tally);
    Counting dimensions = tally.start();
    return new BuiltStar(
        star,
        new Gate(checks),
        dimensions,
        new PlaysTally(built, dimensions, plan::mostRows, keeping, plan.buildsPlays()),
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
