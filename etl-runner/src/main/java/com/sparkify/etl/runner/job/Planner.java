package com.sparkify.etl.runner.job;

import com.google.inject.Inject;
import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.core.source.LogEvents;
import com.sparkify.etl.core.source.StagedRows;
import com.sparkify.etl.core.star.Songplays;
import com.sparkify.etl.core.star.StarSchema;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.io.lake.Basis;
import com.sparkify.etl.io.lake.Lake;
import com.sparkify.etl.io.lake.Version;
import com.sparkify.etl.io.staging.Ledger;
import com.sparkify.etl.runner.config.StarSettings;
import java.time.YearMonth;
import java.util.List;
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

  @Inject
  Planner(Sources sources, Lake lake, StarSettings settings) {
    this.sources = sources;
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
    Optional<Set<YearMonth>> months =
        switch (request.scope()) {
          case EVERYTHING -> Optional.empty();
          case WHAT_CHANGED ->
              published
                  .filter(version -> followsFrom(version.basis(), basis))
                  .map(version -> months(events, version, request.again()));
        };
    return new BuildPlan(basis, songs, events, published, months);
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

  /** Whether {@code newer} differs from {@code older} only by batches of events. */
  private static boolean followsFrom(Basis older, Basis newer) {
    return newer.rules().equals(older.rules())
        && newer.songBatches().equals(older.songBatches())
        && newer.eventBatches().containsAll(older.eventBatches());
  }

  private Set<YearMonth> months(Ledger events, Version published, Optional<MonthRange> again) {
    Set<YearMonth> months = new TreeSet<>(changedMonths(events, published.basis().eventBatches()));
    again.ifPresent(
        range -> existing(events, published).filter(range::contains).forEach(months::add));
    return months;
  }

  /** The months of which plays are staged or published. */
  private Stream<YearMonth> existing(Ledger events, Version published) {
    return Stream.concat(
        months(sources.events().staging().current(events)).stream(),
        published.rowsOf(Songplays.TABLE.name()).keySet().stream()
            .flatMap(folder -> MonthFolder.month(folder).stream()));
  }

  private Set<YearMonth> changedMonths(Ledger events, Set<String> publishedBatches) {
    if (events.batchIds().equals(publishedBatches)) {
      return Set.of();
    }
    return months(sources.events().staging().changed(events, publishedBatches));
  }

  private static Set<YearMonth> months(Dataset<Row> events) {
    return events
        .transform(StagedRows::accepted)
        .transform(LogEvents::plays)
        .transform(LogEvents::months)
        .collectAsList()
        .stream()
        .map(month -> YearMonth.of(month.getInt(0), month.getInt(1)))
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
