package com.sparkify.etl.io.lake.iceberg;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.iceberg.DataOperations;
import org.apache.iceberg.ManageSnapshots;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.util.Tasks;

/**
 * The names of a run in a table: the tag {@code run-<id>} is what the table holds in the run's
 * version, the branch {@code run-<id>-audit} is what the run has written and not yet brought to
 * main. A run that may still become a version has its branch in the table that it tags last.
 */
final class Refs {
  private static final String PREFIX = "run-";
  private static final String AUDIT = "-audit";
  private static final int RETRIES = 5;

  private Refs() {}

  static String tag(String runId) {
    return PREFIX + runId;
  }

  static String audit(String runId) {
    return tag(runId) + AUDIT;
  }

  /** The run whose audit branch {@code ref} is; empty if it is none. */
  static Optional<String> runOfAudit(String ref) {
    return ref.startsWith(PREFIX) && ref.endsWith(AUDIT)
        ? Optional.of(ref.substring(PREFIX.length(), ref.length() - AUDIT.length()))
        : Optional.empty();
  }

  /** What {@code table} holds in the version of run {@code runId}. */
  static OptionalLong snapshotOf(Table table, String runId) {
    SnapshotRef tag = table.refs().get(tag(runId));
    return tag == null ? OptionalLong.empty() : OptionalLong.of(tag.snapshotId());
  }

  /** What {@code table} holds on main; empty if nothing was ever brought there. */
  static OptionalLong main(Table table) {
    SnapshotRef main = table.refs().get(SnapshotRef.MAIN_BRANCH);
    return main == null ? OptionalLong.empty() : OptionalLong.of(main.snapshotId());
  }

  /**
   * Whether main of {@code table} has the rows of a snapshot: it is there, or since then files were
   * made others without a change of rows, as a compaction does.
   */
  static boolean mainHasRowsOf(Table table, OptionalLong snapshotId) {
    OptionalLong main = main(table);
    if (main.equals(snapshotId)) {
      return true;
    }
    Snapshot at = main.isPresent() ? table.snapshot(main.getAsLong()) : null;
    while (at != null && at.operation().equals(DataOperations.REPLACE) && at.parentId() != null) {
      if (snapshotId.isPresent() && at.parentId() == snapshotId.getAsLong()) {
        return true;
      }
      at = table.snapshot(at.parentId());
    }
    return false;
  }

  /** What only a publish changes: main and the tags of runs. */
  static Map<String, Long> published(Map<String, SnapshotRef> refs) {
    Map<String, Long> published = new TreeMap<>();
    refs.forEach(
        (name, ref) -> {
          if (name.equals(SnapshotRef.MAIN_BRANCH) || (ref.isTag() && name.startsWith(PREFIX))) {
            published.put(name, ref.snapshotId());
          }
        });
    return published;
  }

  /** Says what to do to the names of a table, of those that it has. */
  interface Change {
    void make(Map<String, SnapshotRef> refs, ManageSnapshots update);
  }

  /** Makes {@code change} in one step; it is asked again if somebody else was faster. */
  static void change(Table table, Change change) {
    Tasks.foreach(table)
        .retry(RETRIES)
        .exponentialBackoff(50, 1_000, 10_000, 2.0)
        .onlyRetryOn(CommitFailedException.class)
        .run(
            each -> {
              ManageSnapshots update = each.manageSnapshots();
              change.make(each.refs(), update);
              update.commit();
            });
  }

  /**
   * Does nothing if only run {@code runId} has changed what is published of {@code table}.
   *
   * @param refs what there is
   * @param before what was {@link #published} when the run began
   */
  static void requireUntouched(
      Table table, Map<String, SnapshotRef> refs, Map<String, Long> before, String runId) {
    Map<String, Long> now = published(refs);
    now.remove(tag(runId));
    if (!now.equals(before)) {
      throw conflict(table, runId);
    }
  }

  /** That run {@code runId} came second. */
  static EtlException conflict(Table table, String runId) {
    return new EtlException(
        Kind.STORAGE,
        ("Could not publish run '%s': another writer changed table '%s' since it began. Nothing of"
                + " the run was published, and nothing of the other writer's was lost. Run again.")
            .formatted(runId, LakeTables.nameOf(table)));
  }
}
