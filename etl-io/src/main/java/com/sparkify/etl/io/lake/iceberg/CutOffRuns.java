package com.sparkify.etl.io.lake.iceberg;

import com.sparkify.etl.io.lake.Recovery;
import com.sparkify.etl.io.lake.Recovery.Way;
import com.sparkify.etl.io.lake.iceberg.Versions.Entry;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.iceberg.Table;

/**
 * Puts right what runs left that were cut off, told by names alone: a run whose tables all have its
 * tag is a version, and main follows it; of any other run every trace goes. Cut off itself, it
 * leaves what it can go on with.
 */
final class CutOffRuns {
  private final LakeTables lake;
  private final Versions versions;

  CutOffRuns(LakeTables lake, Versions versions) {
    this.lake = lake;
    this.versions = versions;
  }

  /** Finishes or undoes all of them; the newest one, or nothing if there was none. */
  Optional<Recovery> recover() throws IOException {
    Standing standing = Standing.of(lake, versions);
    Collection<Table> tables = standing.tables().values();
    Set<String> cutOff = new TreeSet<>();
    for (Table table : tables) {
      table.refs().keySet().forEach(ref -> Refs.runOfAudit(ref).ifPresent(cutOff::add));
    }
    versions.unfinished(standing.newest()).forEach(entry -> cutOff.add(entry.runId()));
    Optional<Recovery> recovery = Optional.empty();
    for (String runId : cutOff) {
      recovery = Optional.of(settle(runId, tables));
    }
    return recovery;
  }

  /** Finishes or undoes run {@code runId} and no other. */
  Recovery settle(String runId) throws IOException {
    return settle(runId, lake.all());
  }

  private Recovery settle(String runId, Collection<Table> tables) throws IOException {
    boolean isVersion = versions.of(runId).isPresent();
    if (isVersion) {
      tables.forEach(table -> Promotion.finish(table, runId));
    } else {
      undo(runId, tables);
    }
    return new Recovery(runId, isVersion ? Way.FINISHED : Way.UNDONE);
  }

  /** Without its branches a run cannot become a version any more, wherever it is. */
  private void undo(String runId, Collection<Table> tables) throws IOException {
    List<Entry> documents = versions.documentsOf(runId);
    for (Table table : tables) {
      Refs.change(
          table,
          (refs, update) -> {
            if (refs.containsKey(Refs.audit(runId))) {
              update.removeBranch(Refs.audit(runId));
            }
          });
    }
    for (Table table : tables) {
      Refs.change(
          table,
          (refs, update) -> {
            if (refs.containsKey(Refs.tag(runId))) {
              update.removeTag(Refs.tag(runId));
            }
          });
    }
    for (Entry entry : documents) {
      versions.delete(entry);
    }
  }
}
