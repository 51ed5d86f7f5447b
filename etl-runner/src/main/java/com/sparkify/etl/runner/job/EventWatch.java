package com.sparkify.etl.runner.job;

import static org.apache.spark.sql.functions.max;

import com.google.inject.Inject;
import com.sparkify.etl.core.source.LogEvents;
import com.sparkify.etl.core.source.StagedRows;
import com.sparkify.etl.io.staging.Ledger;
import com.sparkify.etl.runner.config.GuardSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/** Warns of events that do not come: the newest is old, or days have no log. */
final class EventWatch {
  private final Sources sources;
  private final GuardSettings settings;

  @Inject
  EventWatch(Sources sources, GuardSettings settings) {
    this.sources = sources;
    this.settings = settings;
  }

  /** What is to be said at {@code now} of the events in {@code ledger}. */
  List<String> warnings(Ledger ledger, Instant now) {
    return Stream.concat(
            settings.maxAge().flatMap(limit -> age(ledger, now, limit)).stream(),
            gaps(ledger).stream())
        .toList();
  }

  private Optional<String> age(Ledger ledger, Instant now, Duration limit) {
    return newest(ledger)
        .filter(newest -> newest.plus(limit).isBefore(now))
        .map(
            newest ->
                "the newest event is of %s, %s before this run; sparkify.guard.max-age is %s"
                    .formatted(newest, described(Duration.between(newest, now)), described(limit)));
  }

  private Optional<Instant> newest(Ledger ledger) {
    Row newest =
        sources
            .events()
            .staging()
            .current(ledger)
            .transform(StagedRows::accepted)
            .agg(max(LogEvents.TS.column()))
            .head();
    return newest.isNullAt(0)
        ? Optional.empty()
        : Optional.of(Instant.ofEpochMilli(newest.getLong(0)));
  }

  private static Optional<String> gaps(Ledger ledger) {
    LogDays days =
        LogDays.of(ledger.currentVersions().stream().map(version -> version.file().path()));
    return days.missing().isEmpty()
        ? Optional.empty()
        : Optional.of("days without a log file: " + days.described());
  }

  private static String described(Duration time) {
    return time.toDays() > 0
        ? "%,d days %d hours".formatted(time.toDays(), time.toHoursPart())
        : "%d hours %d minutes".formatted(time.toHours(), time.toMinutesPart());
  }
}
