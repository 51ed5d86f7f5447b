package com.sparkify.etl.runner.job;

import com.google.inject.Inject;
import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.core.column.TimeSpan;
import com.sparkify.etl.core.source.LogEvents;
import com.sparkify.etl.core.star.Songplays;
import com.sparkify.etl.core.star.StarSchema;
import com.sparkify.etl.core.star.Time;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.io.lake.Basis;
import com.sparkify.etl.io.lake.Lake;
import com.sparkify.etl.io.lake.Version;
import com.sparkify.etl.io.staging.Ledger;
import com.sparkify.etl.runner.config.LakeSettings;
import com.sparkify.etl.runner.config.StarSettings;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Compares what is staged with what is published. */
final class Planner {
  private final Sources sources;
  private final Lake lake;
  private final StarSettings settings;
  private final LakeSettings lakeSettings;

  @Inject
  Planner(Sources sources, Lake lake, StarSettings settings, LakeSettings lakeSettings) {
    this.sources = sources;
    this.lakeSettings = lakeSettings;
    this.lake = lake;
    this.settings = settings;
  }

  /**
   * What has to be built, and what {@code request} has built again. The months of the request add
   * to those that have changed and take none away, so the tables always follow from all that is
   * staged.
   */
  BuildPlan plan(BuildRequest request) {
    Ledger songs = staged(sources.songs());
    Ledger events = staged(sources.events());
    Basis basis = new Basis(songs.batchIds(), events.batchIds(), rules());
    Optional<Version> published =
        lake.current().map(version -> version.on(version.basis().in(songs, events)));
    BuildPlan everything =
        new BuildPlan(basis, songs, events, published, Optional.empty(), List.of());
    return switch (request.scope()) {
      case EVERYTHING -> everything;
      case WHAT_CHANGED ->
          published
              .filter(version -> followsFrom(version.basis(), basis))
              .map(version -> changes(everything, version, request.again()))
              .orElse(everything);
    };
  }

  /** What of {@code all} has to be built, where {@code published} is, and {@code again}. */
  private BuildPlan changes(BuildPlan all, Version published, Optional<MonthRange> again) {
    List<TimeSpan> changed = changedTimes(all.events(), published.basis().eventBatches());
    Set<YearMonth> ofChanged = months(changed);
    Set<YearMonth> whole = new TreeSet<>();
    again.ifPresent(
        range -> existing(all.events(), published).filter(range::contains).forEach(whole::add));
    Set<YearMonth> inPart = new TreeSet<>(ofChanged);
    inPart.removeAll(whole);
    whole.addAll(ofChanged);
    return new BuildPlan(
        all.basis(),
        all.songs(),
        all.events(),
        all.published(),
        Optional.of(whole),
        staying(inPart, changed, published));
  }

  /** What stays of {@code months} when plays of {@code changed} come or go. */
  private List<StayingMonth> staying(
      Set<YearMonth> months, List<TimeSpan> changed, Version published) {
    int few = lakeSettings.smallFileRows();
    Map<String, Long> rows = published.rowsOf(Songplays.TABLE.name());
    List<StayingMonth> staying = new ArrayList<>();
    for (YearMonth month : months) {
      if (rows.getOrDefault(MonthFolder.of(month), 0L) >= few) {
        Set<List<Object>> partition = MonthFolder.partitions(Set.of(month));
        staying.add(
            StayingMonth.of(
                lake.filesInTime(Songplays.TABLE, partition),
                lake.filesInTime(Time.TABLE, partition),
                changed,
                few));
      }
    }
    return staying;
  }

  private static Ledger staged(StagedSource source) {
    Ledger ledger = source.staging().ledger();
    if (ledger.batches().isEmpty()) {
      throw new EtlException(
          Kind.SOURCE_DATA,
          "No %s are staged in this lake, so there is nothing to build. Expected at least one batch."
                  .formatted(source.name())
              + " Stage files first, with the command stage or run.");
    }
    return ledger;
  }

  /**
   * The batches of events of which all rows are published, as the lake tells without a look at its
   * files; none if something else than new events has to be built.
   */
  Set<String> builtEvents(Ledger songs, Ledger events) {
    Basis basis = new Basis(songs.batchIds(), events.batchIds(), rules());
    return lake.recorded()
        .map(version -> version.basis().in(songs, events))
        .filter(built -> followsFrom(built, basis))
        .map(Basis::eventBatches)
        .orElse(Set.of());
  }

  /** Whether {@code newer} differs from {@code older} only by batches of events. */
  private static boolean followsFrom(Basis older, Basis newer) {
    return newer.rules().equals(older.rules())
        && newer.songBatches().equals(older.songBatches())
        && newer.eventBatches().containsAll(older.eventBatches());
  }

  /** The months of which plays are staged or published. */
  private Stream<YearMonth> existing(Ledger events, Version published) {
    return Stream.concat(
        months(times(sources.events().staging().current(events))).stream(),
        published.rowsOf(Songplays.TABLE.name()).keySet().stream()
            .flatMap(folder -> MonthFolder.month(folder).stream()));
  }

  /** The times of the plays that came or went, those of a day from the first to the last. */
  private List<TimeSpan> changedTimes(Ledger events, Set<String> publishedBatches) {
    if (events.batchIds().equals(publishedBatches)) {
      return List.of();
    }
    return times(sources.events().staging().changed(events, publishedBatches));
  }

  /** The times of the plays of {@code events}, a span a day. */
  private static List<TimeSpan> times(Dataset<Row> events) {
    return Songplays.playEvents(events).transform(LogEvents::days).collectAsList().stream()
        .map(day -> new TimeSpan(day.getLong(0), day.getLong(1)))
        .toList();
  }

  /** The months of {@code days}, each of which lies in one. */
  private static Set<YearMonth> months(List<TimeSpan> days) {
    return days.stream()
        .map(day -> Instant.ofEpochMilli(day.first()).atOffset(ZoneOffset.UTC))
        .map(YearMonth::from)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** All that decides which rows the tables hold and how they lie, apart from what is staged. */
  private String rules() {
    List<String> partitions =
        settings.songsPartitionedBy().stream().map(field -> field.name()).toList();
    List<String> schemas = StarSchema.TABLES.stream().map(Planner::described).toList();
    return "match=%s text-repair=%s songs.partition-by=%s tables=%s"
        .formatted(settings.match(), settings.textRepair(), partitions, schemas);
  }

  private static String described(Table table) {
    return "%s(%s)".formatted(table.name(), table.schema().simpleString());
  }
}
