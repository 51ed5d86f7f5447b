package com.sparkify.etl.runner.job;

import com.sparkify.etl.core.column.TimeSpan;
import com.sparkify.etl.core.star.Songplays;
import com.sparkify.etl.core.star.Time;
import com.sparkify.etl.core.star.UserLevels;
import com.sparkify.etl.core.star.Users;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.io.lake.Basis;
import com.sparkify.etl.io.lake.Replaced;
import com.sparkify.etl.io.lake.TimedFile;
import com.sparkify.etl.io.lake.Version;
import com.sparkify.etl.io.staging.Ledger;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What has to be built for the tables to follow from all that is staged.
 *
 * @param basis what the tables will follow from
 * @param published the version that they are now; empty if there is none that can be trusted
 * @param months the months of plays to build; empty for all
 * @param staying what of these months stays
 */
record BuildPlan(
    Basis basis,
    Ledger songs,
    Ledger events,
    Optional<Version> published,
    Optional<Set<YearMonth>> months,
    List<StayingMonth> staying) {

  /** The tables of which single months can be built. */
  static final Set<Table> BY_MONTH = Set.of(Songplays.TABLE, Time.TABLE);

  /** The tables of which the rows of single listeners can be built. */
  private static final Set<Table> LISTENERS = Set.of(Users.TABLE, UserLevels.TABLE);

  /** So many staged events whose rows stay take the time of one whose rows are built. */
  private static final long PASSED_BY = 20;

  /** Whether the published tables are already what would be built. */
  boolean isDone() {
    return months.filter(Set::isEmpty).isPresent()
        && published.map(Version::basis).equals(Optional.of(basis));
  }

  /**
   * What of {@code table} is built; empty if all of it is. The catalogue is as it was where only
   * months are built.
   */
  Optional<Replaced> replaced(Table table) {
    if (months.isEmpty() || LISTENERS.contains(table)) {
      return Optional.empty();
    }
    return Optional.of(
        BY_MONTH.contains(table)
            ? new Replaced(MonthFolder.partitions(months.orElseThrow()), stayingFiles(table))
            : Replaced.NOTHING);
  }

  /** Whether {@code table} is as it was, since nothing that it is made of has changed. */
  boolean leavesAlone(Table table) {
    return replaced(table).filter(Replaced::isNothing).isPresent();
  }

  /** The times of which no row of {@code table} is built, though their month is. */
  List<TimeSpan> stayingSpans(Table table) {
    return staying(table).flatMap(files -> files.spans().stream()).toList();
  }

  /** Whether a row of {@code table} may be built of events of {@code times}. */
  boolean needs(Table table, TimeSpan times) {
    return months.orElseThrow().stream().map(TimeSpan::of).anyMatch(times::meets)
        && stayingSpans(table).stream().noneMatch(staying -> staying.holds(times));
  }

  private List<TimedFile> stayingFiles(Table table) {
    return staying(table).flatMap(files -> files.files().stream()).toList();
  }

  private Stream<StayingFiles> staying(Table table) {
    return staying.stream()
        .map(table.equals(Songplays.TABLE) ? StayingMonth::plays : StayingMonth::starts);
  }

  /** Whether a month of plays is built. */
  boolean buildsPlays() {
    return !months.map(Set::isEmpty).orElse(false);
  }

  /** Whether no month of {@code range} is built, since none has plays. */
  boolean passesBy(MonthRange range) {
    return months.filter(built -> built.stream().noneMatch(range::contains)).isPresent();
  }

  /** The rows that are staged and count. */
  long stagedRows() {
    return stagedSongs() + rows(events);
  }

  /** How many rows take the time that building does, where most of those staged are passed by. */
  long rowsToGoOver() {
    return rowsToGoOver(stagedRows(), events, months.map(some -> builtEvents()).orElse(Set.of()));
  }

  /** Of {@code rows}, those of {@code events} in batches that are {@code built} count little. */
  static long rowsToGoOver(long rows, Ledger events, Set<String> built) {
    long passedBy = rows(events, built);
    return rows - passedBy + passedBy / PASSED_BY;
  }

  /**
   * How many rows {@code table} has at most, users, songs or artists: of listeners, each event adds
   * one at most.
   */
  long mostRows(Table table) {
    if (!table.equals(Users.TABLE)) {
      return stagedSongs();
    }
    long events = rows(this.events);
    return months.isEmpty()
        ? events
        : events - rows(this.events, builtEvents()) + publishedRows(table);
  }

  private long publishedRows(Table table) {
    return published.orElseThrow().rowsOf(table.name()).values().stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  /** The batches of events that the published tables follow from. */
  Set<String> builtEvents() {
    return published.orElseThrow().basis().eventBatches();
  }

  /** Those of them that are songs. */
  long stagedSongs() {
    return rows(songs);
  }

  /** How many lines were read of the files as they are in {@code ledger}. */
  static long rows(Ledger ledger) {
    return rows(ledger.currentVersions().stream());
  }

  private static long rows(Ledger ledger, Set<String> batches) {
    return rows(
        ledger.currentVersions().stream().filter(one -> batches.contains(one.batch().id())));
  }

  private static long rows(Stream<Ledger.Version> versions) {
    return versions.mapToLong(version -> version.file().read()).sum();
  }
}
