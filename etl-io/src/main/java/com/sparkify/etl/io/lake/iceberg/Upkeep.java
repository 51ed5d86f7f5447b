package com.sparkify.etl.io.lake.iceberg;

import static java.util.Objects.requireNonNull;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.io.lake.Maintained;
import com.sparkify.etl.io.lake.Maintained.Files;
import com.sparkify.etl.io.lake.Maintained.Saved;
import com.sparkify.etl.io.lake.Maintenance;
import com.sparkify.etl.io.lake.Version;
import com.sparkify.etl.io.lake.Version.Contents;
import com.sparkify.etl.io.lake.WorkFolder.Size;
import com.sparkify.etl.io.lake.iceberg.OpenLake.Opened;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotSummary;
import org.apache.iceberg.Table;
import org.apache.spark.sql.SparkSession;

/**
 * Compacts the tables, makes what became of them a version, then takes leave of what is old. Cut
 * off anywhere, main has the rows of the newest version, and the next time goes on.
 */
final class Upkeep {
  private final Opened lake;
  private final Standing standing;
  private final Maintenance maintenance;

  /**
   * That of {@code lake}.
   *
   * @param standing how it stands, with no run in it that was cut off
   */
  Upkeep(Opened lake, Standing standing, Maintenance maintenance) {
    this.lake = lake;
    this.standing = standing;
    this.maintenance = maintenance;
  }

  Maintained maintain(SparkSession spark) throws IOException {
    if (!standing.isOnMain()) {
      throw new EtlException(
          Kind.CONFIG,
          "Another program changed main of the tables %s since the last publish. Run first."
              .formatted(standing.mainElsewhere()));
    }
    Map<String, Files> before = new TreeMap<>();
    for (Map.Entry<String, Table> table : standing.version().entrySet()) {
      before.put(table.getKey(), files(table.getValue()));
      Compaction.of(spark, table.getValue(), maintenance.fileBytes());
    }
    publish();
    List<String> expired =
        new Expiry(lake.versions(), standing.tables().values()).expire(maintenance);
    Map<String, Saved> saved = new TreeMap<>();
    for (Map.Entry<String, Files> each : before.entrySet()) {
      Table table = lake.tables().get(each.getKey());
      Size removed =
          Expiry.removeUnnamed(table, maintenance.at())
              .plus(
                  new OrphanFiles(table)
                      .remove(maintenance.at().minus(maintenance.orphansAfter())));
      saved.put(each.getKey(), new Saved(each.getValue(), files(table), removed));
    }
    return new Maintained(saved, expired);
  }

  /** Makes main of all tables a version, if it has become another one anywhere. */
  private void publish() throws IOException {
    Map<String, Table> tables = standing.version();
    Map<String, Long> snapshots = new TreeMap<>();
    Map<String, Contents> contents = new TreeMap<>();
    tables.forEach(
        (name, table) -> {
          if (!Refs.mainHasRowsOf(table, standing.snapshotOf(name))) {
            throw Refs.conflict(table, maintenance.runId());
          }
          snapshots.put(name, Refs.main(table).getAsLong());
          contents.put(name, contents(name, table));
        });
    if (snapshots.equals(standing.snapshots())) {
      return;
    }
    Version newest = lake.versions().read(standing.newest()).orElseThrow();
    Version compacted =
        new Version(
            maintenance.runId(),
            maintenance.at().toString(),
            newest.basis(),
            newest.restored(),
            contents);
    Promotion promotion = new Promotion(lake.versions(), maintenance.runId(), tables);
    promotion.branch(
        promotion.last(), OptionalLong.of(requireNonNull(snapshots.get(promotion.last()))));
    promotion.promote(standing.next(maintenance.runId()), compacted, snapshots);
  }

  private Contents contents(String name, Table table) {
    Contents before = requireNonNull(standing.contents().get(name), name);
    Files now = files(table);
    boolean isCompacted = !Refs.main(table).equals(standing.snapshotOf(name));
    return isCompacted
        ? new Contents(before.rows(), Math.toIntExact(now.data()), now.bytes(), 0, 0)
        : before.unchanged();
  }

  private static Files files(Table table) {
    Snapshot main = table.currentSnapshot();
    return new Files(
        Long.parseLong(main.summary().getOrDefault(SnapshotSummary.TOTAL_DATA_FILES_PROP, "0")),
        Long.parseLong(main.summary().getOrDefault(SnapshotSummary.TOTAL_FILE_SIZE_PROP, "0")),
        Compaction.manifests(table));
  }
}
