package com.sparkify.etl.io.lake.iceberg;

import static java.util.Objects.requireNonNull;

import com.sparkify.etl.io.lake.Version;
import com.sparkify.etl.io.lake.Version.Contents;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.iceberg.Table;

/**
 * Makes an earlier version the newest one. It names snapshots that are there; no row is written. A
 * table that the earlier version did not have is not in the new one either.
 */
final class Rollback {
  private final Version earlier;
  private final Standing standing;

  /**
   * That to {@code earlier}.
   *
   * @param standing how the lake stands, with no run in it that was cut off
   */
  Rollback(Version earlier, Standing standing) {
    this.earlier = earlier;
    this.standing = standing;
  }

  /** Publishes it as the version of run {@code runId}. */
  Version publish(Versions versions, String runId, Instant at) throws IOException {
    Map<String, Table> tables = new TreeMap<>(standing.tables());
    tables.keySet().retainAll(earlier.tables().keySet());
    Map<String, Long> snapshots = new TreeMap<>();
    Map<String, Contents> contents = new TreeMap<>();
    earlier
        .tables()
        .forEach(
            (name, held) -> {
              Table table = requireNonNull(tables.get(name), name);
              snapshots.put(name, Refs.snapshotOf(table, earlier.runId()).getAsLong());
              contents.put(name, held.unchanged());
            });
    Promotion promotion = new Promotion(versions, runId, tables);
    promotion.branch(
        promotion.last(), OptionalLong.of(requireNonNull(snapshots.get(promotion.last()))));
    snapshots.forEach((name, snapshot) -> promotion.branch(name, OptionalLong.of(snapshot)));
    return promotion.promote(
        standing.next(runId),
        new Version(runId, at.toString(), earlier.basis(), earlier.runId(), contents),
        snapshots);
  }
}
