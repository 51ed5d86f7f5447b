package com.sparkify.etl.io.lake.iceberg;

import static java.util.Objects.requireNonNull;

import com.sparkify.etl.io.lake.Version;
import com.sparkify.etl.io.lake.iceberg.Versions.Entry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;

/**
 * Makes snapshots of all tables the version of a run, one commit a table.
 *
 * <p>The tag of the last table makes it one; main of that table moves in the same commit. A tag is
 * given only while nobody else has published in its table since the run began, which Iceberg's own
 * commit decides. Main of the other tables follows; a run that is cut off there is finished by the
 * next one.
 */
final class Promotion {
  private final Versions versions;
  private final String runId;
  private final Map<String, Table> tables;
  private final Map<String, Map<String, Long>> published = new LinkedHashMap<>();
  private final String last;

  /**
   * That of run {@code runId}.
   *
   * @param tables by name, as they were before the run looked which version is the newest; the one
   *     that is tagged last is at the end
   */
  Promotion(Versions versions, String runId, Map<String, Table> tables) {
    this.versions = versions;
    this.runId = runId;
    this.tables = new LinkedHashMap<>(tables);
    tables.forEach((name, table) -> published.put(name, Refs.published(table.refs())));
    List<String> names = new ArrayList<>(tables.keySet());
    this.last = names.get(names.size() - 1);
  }

  /**
   * The table whose tag makes the version. It has the branch of the run before any other table
   * does, and as long as the run may become a version.
   */
  String last() {
    return last;
  }

  /**
   * Gives table {@code name} the branch of the run. Main of a table without one stays as it is.
   *
   * @param from where it begins; empty for a branch without rows
   */
  void branch(String name, OptionalLong from) {
    String branch = Refs.audit(runId);
    Refs.change(
        table(name),
        (refs, update) -> {
          if (refs.containsKey(branch)) {
            return;
          }
          if (from.isPresent()) {
            update.createBranch(branch, from.getAsLong());
          } else {
            update.createBranch(branch);
          }
        });
  }

  /** Does nothing if nobody has undone the run. */
  void requireBranch() {
    Table table = table(last);
    table.refresh();
    requireBranch(table, table.refs());
  }

  private void requireBranch(Table table, Map<String, SnapshotRef> refs) {
    if (!refs.containsKey(Refs.audit(runId))) {
      throw Refs.conflict(table, runId);
    }
  }

  /**
   * Makes {@code version} the newest one, and gives it back.
   *
   * @param snapshots what each table holds in it, by name
   */
  Version promote(Entry entry, Version version, Map<String, Long> snapshots) throws IOException {
    versions.write(entry, version);
    for (String name : tables.keySet()) {
      if (!name.equals(last)) {
        tag(name, snapshot(snapshots, name));
      }
    }
    tag(last, snapshot(snapshots, last));
    tables.values().forEach(table -> finish(table, runId));
    return version;
  }

  private void tag(String name, long snapshotId) {
    Table table = table(name);
    String tag = Refs.tag(runId);
    Refs.change(
        table,
        (refs, update) -> {
          Refs.requireUntouched(table, refs, published.getOrDefault(name, Map.of()), runId);
          if (refs.containsKey(tag)) {
            return;
          }
          update.createTag(tag, snapshotId);
          if (name.equals(last)) {
            requireBranch(table, refs);
            update.replaceBranch(SnapshotRef.MAIN_BRANCH, tag).removeBranch(Refs.audit(runId));
          }
        });
  }

  private static long snapshot(Map<String, Long> snapshots, String name) {
    return requireNonNull(snapshots.get(name), name);
  }

  private Table table(String name) {
    return requireNonNull(tables.get(name), name);
  }

  /** Brings main of {@code table} to the tag of run {@code runId}, if that is yet to be done. */
  static void finish(Table table, String runId) {
    Refs.change(
        table,
        (refs, update) -> {
          if (refs.containsKey(Refs.audit(runId))) {
            update
                .replaceBranch(SnapshotRef.MAIN_BRANCH, Refs.tag(runId))
                .removeBranch(Refs.audit(runId));
          }
        });
  }
}
