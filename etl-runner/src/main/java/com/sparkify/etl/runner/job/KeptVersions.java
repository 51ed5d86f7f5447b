package com.sparkify.etl.runner.job;

import com.google.inject.Inject;
import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.io.lake.History;
import com.sparkify.etl.io.lake.Lake;
import com.sparkify.etl.io.lake.Version;
import com.sparkify.etl.runner.config.LakeSettings;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The versions that the lake keeps, and which of them somebody means. */
final class KeptVersions {
  private static final String TAG = "run-";
  private static final int NAMED = 3;

  private final Lake lake;
  private final LakeSettings settings;

  @Inject
  KeptVersions(Lake lake, LakeSettings settings) {
    this.lake = lake;
    this.settings = settings;
  }

  /**
   * The versions of the lake.
   *
   * @param attempt what they are needed for, to follow "Could not"
   * @throws EtlException of kind CONFIG if the lake keeps the newest one only
   */
  History history(String attempt) {
    return lake.history()
        .orElseThrow(
            () ->
                new EtlException(
                    Kind.CONFIG,
                    ("Could not %s: the lake '%s' is in a format that keeps the newest version only."
                            + " Set sparkify.lake.format to iceberg; for a lake in Parquet run"
                            + " 'sparkify migrate --to iceberg' first.")
                        .formatted(attempt, settings.path())));
  }

  /**
   * The version of {@code run}, which may be named as its tag is, with {@code run-} before it.
   *
   * @param attempt as for {@link #history}
   * @throws EtlException of kind CONFIG if the lake does not keep it; it names the newest ones
   */
  Version named(String run, String attempt) {
    List<Version> versions = history(attempt).versions();
    return find(run, versions)
        .orElseThrow(
            () -> unknown(attempt, versions, "it keeps no version of run '%s'".formatted(run)));
  }

  /**
   * The version of a run, or the one that was current at a time: an instant, or a date or a date
   * with a time in UTC.
   *
   * @throws EtlException of kind CONFIG if there is no such version
   */
  Version asOf(String runOrTime) {
    String attempt = "read the tables as of '%s'".formatted(runOrTime);
    List<Version> versions = history(attempt).versions();
    Optional<Version> named = find(runOrTime, versions);
    if (named.isPresent()) {
      return named.orElseThrow();
    }
    Instant time =
        time(runOrTime)
            .orElseThrow(
                () -> unknown(attempt, versions, "that is neither a run that it keeps nor a time"));
    return versions.stream()
        .filter(version -> !Instant.parse(version.publishedAt()).isAfter(time))
        .reduce((older, newer) -> newer)
        .orElseThrow(() -> unknown(attempt, versions, "it keeps no version as old as that"));
  }

  /**
   * How tables are read so that all rows are of one version, where the lake keeps versions.
   *
   * @param asOf which, as for {@link #asOf}; empty for the newest
   */
  Function<Table, Dataset<Row>> reading(Optional<String> asOf) {
    return asOf.map(this::asOf)
        .or(lake::recorded)
        .<Function<Table, Dataset<Row>>>map(this::reading)
        .orElse(lake::read);
  }

  /** How the tables of {@code version} are read, where the lake keeps versions. */
  Function<Table, Dataset<Row>> reading(Version version) {
    return lake.history()
        .<Function<Table, Dataset<Row>>>map(kept -> table -> kept.read(table, version.runId()))
        .orElse(lake::read);
  }

  private static Optional<Version> find(String run, List<Version> versions) {
    String id = run.startsWith(TAG) ? run.substring(TAG.length()) : run;
    return versions.stream().filter(version -> version.runId().equals(id)).findFirst();
  }

  private static Optional<Instant> time(String text) {
    String iso = text.strip().replace(' ', 'T');
    return parsed(iso, Instant::parse)
        .or(() -> parsed(iso, time -> LocalDateTime.parse(time).toInstant(ZoneOffset.UTC)))
        .or(
            () ->
                parsed(iso, day -> LocalDate.parse(day).atStartOfDay().toInstant(ZoneOffset.UTC)));
  }

  private static Optional<Instant> parsed(String text, Function<String, Instant> form) {
    try {
      return Optional.of(form.apply(text));
    } catch (DateTimeException notInThisForm) {
      return Optional.empty();
    }
  }

  private EtlException unknown(String attempt, List<Version> versions, String why) {
    List<Version> newestFirst = new ArrayList<>(versions);
    Collections.reverse(newestFirst);
    String known =
        newestFirst.isEmpty()
            ? "Nothing is published in it yet"
            : "The newest are %s; 'sparkify history' lists all of them, a time is written as 2018-11-30T12:00:00Z"
                .formatted(
                    newestFirst.stream()
                        .limit(NAMED)
                        .map(Version::runId)
                        .collect(Collectors.joining(", ")));
    return new EtlException(
        Kind.CONFIG,
        "Could not %s in the lake '%s': %s. %s.".formatted(attempt, settings.path(), why, known));
  }
}
