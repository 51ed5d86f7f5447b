package com.sparkify.etl.io.lake.iceberg;

import com.sparkify.etl.io.lake.Maintenance;
import com.sparkify.etl.io.lake.Version;
import com.sparkify.etl.io.lake.WorkFolder.Size;
import com.sparkify.etl.io.lake.iceberg.Versions.Entry;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.NotFoundException;

/** Takes leave of versions that are old. The newest one stays. */
final class Expiry {
  private final Versions versions;
  private final Collection<Table> tables;

  Expiry(Versions versions, Collection<Table> tables) {
    this.versions = versions;
    this.tables = List.copyOf(tables);
  }

  /**
   * Removes the tags and documents of old versions, oldest first; their runs. One that is cut off
   * leaves documents without all tags, which are no versions and go the next time.
   */
  List<String> expire(Maintenance maintenance) throws IOException {
    Instant young = maintenance.at().minus(maintenance.keptFor());
    List<Entry> all = versions.documents();
    List<String> expired = new ArrayList<>();
    for (Entry entry : all.subList(0, Math.max(0, all.size() - maintenance.keptVersions()))) {
      Version version = versions.get(entry);
      boolean isNewest = entry.equals(all.get(all.size() - 1));
      if (!isNewest && Instant.parse(version.publishedAt()).isBefore(young)) {
        tables.forEach(table -> untag(table, entry.runId()));
        versions.delete(entry);
        expired.add(entry.runId());
      }
    }
    return expired;
  }

  private static void untag(Table table, String runId) {
    String tag = Refs.tag(runId);
    Refs.change(
        table,
        (refs, update) -> {
          if (refs.containsKey(tag)) {
            update.removeTag(tag);
          }
        });
  }

  /** Removes the snapshots of {@code table} that nothing names any more, and what only they use. */
  static Size removeUnnamed(Table table, Instant at) {
    List<Long> lengths = Collections.synchronizedList(new ArrayList<>());
    table
        .expireSnapshots()
        .expireOlderThan(at.toEpochMilli())
        .retainLast(1)
        .deleteWith(
            file -> {
              long length = length(table, file);
              table.io().deleteFile(file);
              lengths.add(length);
            })
        .commit();
    return new Size(lengths.size(), lengths.stream().mapToLong(Long::longValue).sum());
  }

  private static long length(Table table, String file) {
    try {
      return table.io().newInputFile(file).getLength();
    } catch (NotFoundException gone) {
      return 0;
    }
  }
}
