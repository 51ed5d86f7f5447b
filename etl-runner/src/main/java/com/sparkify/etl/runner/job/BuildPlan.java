package com.sparkify.etl.runner.job;

import com.sparkify.etl.core.star.Songplays;
import com.sparkify.etl.core.star.Time;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.io.lake.Basis;
import com.sparkify.etl.io.lake.Version;
import com.sparkify.etl.io.staging.Ledger;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;

/**
 * What has to be built for the tables to follow from all that is staged.
 *
 * @param basis what the tables will follow from
 * @param published the version that they are now; empty if there is none that can be trusted
 * @param months the months of plays to build; empty for all
 */
record BuildPlan(
    Basis basis,
    Ledger songs,
    Ledger events,
    Optional<Version> published,
    Optional<Set<YearMonth>> months) {

  /** The tables of which single months can be built. */
  static final Set<Table> BY_MONTH = Set.of(Songplays.TABLE, Time.TABLE);

  /** Whether the published tables are already what would be built. */
  boolean isDone() {
    return months.filter(Set::isEmpty).isPresent()
        && published.map(Version::basis).equals(Optional.of(basis));
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

  /** Those of them that are songs. */
  long stagedSongs() {
    return rows(songs);
  }

  private static long rows(Ledger ledger) {
    return ledger.currentVersions().stream().mapToLong(version -> version.file().read()).sum();
  }
}
