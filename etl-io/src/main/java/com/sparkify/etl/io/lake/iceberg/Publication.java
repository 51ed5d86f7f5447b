package com.sparkify.etl.io.lake.iceberg;

import com.sparkify.etl.io.lake.Release;
import com.sparkify.etl.io.lake.Release.Part;
import com.sparkify.etl.io.lake.Version;
import com.sparkify.etl.io.lake.Version.Contents;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotSummary;
import org.apache.iceberg.Table;

/**
 * Publishes a release: writes it on a branch of each table, audits what the branches hold, then
 * promotes them together. Until then main and every tag are as they were.
 */
final class Publication {
  private final LakeTables lake;
  private final SparkRows rows;
  private final Release release;
  private final Standing standing;
  private final String branch;

  /**
   * That of {@code release}.
   *
   * @param standing how the lake stands, with no run in it that was cut off
   */
  Publication(LakeTables lake, SparkRows rows, Release release, Standing standing) {
    this.lake = lake;
    this.rows = rows;
    this.release = release;
    this.standing = standing;
    this.branch = Refs.audit(release.runId());
  }

  Version publish(Versions versions, Executor threads) throws IOException {
    Map<String, Table> tables = new LinkedHashMap<>(standing.version());
    Map<String, Table> written = shaped();
    tables.keySet().removeAll(written.keySet());
    tables.putAll(written);
    Promotion promotion = new Promotion(versions, release.runId(), tables);
    promotion.branch(promotion.last(), standing.snapshotOf(promotion.last()));
    standing.mainElsewhere().forEach(name -> promotion.branch(name, standing.snapshotOf(name)));
    release.write(part -> write(part, promotion), threads);

    Map<String, Long> snapshots = new TreeMap<>(standing.snapshots());
    Map<String, Contents> contents = new TreeMap<>(standing.keptContents());
    for (Part part : release.parts()) {
      String name = part.table().name();
      Snapshot head = lake.get(name).snapshot(branch);
      snapshots.put(name, head.snapshotId());
      contents.put(name, audited(part, head));
    }
    return promotion.promote(
        standing.next(release.runId()),
        new Version(release.runId(), release.at().toString(), release.basis(), "", contents),
        snapshots);
  }

  /** Makes the tables of the release or brings them to its shape; none if one cannot be. */
  private Map<String, Table> shaped() {
    for (Part part : release.parts()) {
      standing
          .table(part.table().name())
          .ifPresent(table -> new Evolution(table, TableShape.of(part)).requirePossible(part));
    }
    Map<String, Table> shaped = new LinkedHashMap<>();
    for (Part part : release.parts()) {
      String name = part.table().name();
      TableShape shape = TableShape.of(part);
      standing.table(name).ifPresent(table -> new Evolution(table, shape).bring());
      shaped.put(name, standing.table(name).orElseGet(() -> lake.create(name, shape)));
    }
    return shaped;
  }

  private void write(Part part, Promotion promotion) {
    String name = part.table().name();
    if (name.equals(promotion.last())) {
      promotion.requireBranch();
    } else {
      promotion.branch(name, standing.snapshotOf(name));
    }
    if (!part.isLeftAlone()) {
      rows.write(part, branch);
    }
  }

  private Contents audited(Part part, Snapshot head) throws IOException {
    String name = part.table().name();
    Map<String, Long> expected = part.rowsAfter(standing.rowsOf(name));
    StoredFiles stored =
        StoredFiles.of(lake.get(name), head.snapshotId(), Partitioning.of(part.table()));
    stored.requireRows(name, expected);
    boolean isWritten = !standing.snapshotOf(name).equals(OptionalLong.of(head.snapshotId()));
    return new Contents(
        expected,
        stored.files(),
        stored.bytes(),
        isWritten ? (int) added(head, SnapshotSummary.ADDED_FILES_PROP) : 0,
        isWritten ? added(head, SnapshotSummary.ADDED_FILE_SIZE_PROP) : 0);
  }

  private static long added(Snapshot head, String property) {
    return Long.parseLong(head.summary().getOrDefault(property, "0"));
  }
}
