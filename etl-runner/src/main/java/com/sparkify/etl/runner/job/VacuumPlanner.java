package com.sparkify.etl.runner.job;

import com.google.inject.Inject;
import com.sparkify.etl.io.lake.Basis;
import com.sparkify.etl.io.lake.Lake;
import com.sparkify.etl.io.lake.Version;
import com.sparkify.etl.io.lake.WorkFolder;
import com.sparkify.etl.io.staging.Ledger;
import com.sparkify.etl.runner.config.VacuumSettings;
import com.sparkify.etl.runner.job.VacuumPlan.Area;
import com.sparkify.etl.runner.report.RunLog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds what is no longer needed beside the tables. Changes nothing. */
final class VacuumPlanner {
  /** So many reports stay, however old. */
  private static final int REPORTS = 20;

  /** A file that is written for longer than this belongs to nobody. */
  private static final Duration WRITING = Duration.ofHours(1);

  private final Sources sources;
  private final Lake lake;
  private final WorkFolder folder;
  private final RunLog runs;
  private final ExportLog exports;
  private final VacuumSettings settings;

  @Inject
  VacuumPlanner(
      Sources sources,
      Lake lake,
      WorkFolder folder,
      RunLog runs,
      ExportLog exports,
      VacuumSettings settings) {
    this.sources = sources;
    this.lake = lake;
    this.folder = folder;
    this.runs = runs;
    this.exports = exports;
    this.settings = settings;
  }

  /** What a vacuum at {@code now} does. */
  VacuumPlan plan(Instant now) {
    Ledger songs = sources.songs().staging().ledger();
    Ledger events = sources.events().staging().ledger();
    Optional<Basis> basis =
        lake.recorded().map(Version::basis).map(published -> published.in(songs, events));
    Set<String> songBatches = basis.map(Basis::songBatches).orElse(Set.of());
    Set<String> eventBatches = basis.map(Basis::eventBatches).orElse(Set.of());
    String old = RunRecord.idOf(now.minus(settings.keepReports()));
    List<String> warnings = new ArrayList<>();
    unbuilt(sources.songs(), songs, songBatches).ifPresent(warnings::add);
    unbuilt(sources.events(), events, eventBatches).ifPresent(warnings::add);
    return new VacuumPlan(
        basis,
        List.of(
            area(sources.songs(), songs, songBatches),
            area(sources.events(), events, eventBatches)),
        folder.leftovers(now.minus(WRITING)),
        runs.before(old, REPORTS),
        exports.spentBefore(old, List.of(songs, events)),
        warnings);
  }

  private static Area area(StagedSource source, Ledger ledger, Set<String> published) {
    return new Area(source, ledger.packing(published), source.staging().leftovers());
  }

  private static Optional<String> unbuilt(
      StagedSource source, Ledger ledger, Set<String> published) {
    Set<String> unbuilt = new TreeSet<>(ledger.batchIds());
    unbuilt.removeAll(published);
    return unbuilt.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "no table follows from the batches %s of %s yet, and so they are not packed; 'sparkify build' builds them"
                .formatted(String.join(", ", unbuilt), source.name()));
  }
}
