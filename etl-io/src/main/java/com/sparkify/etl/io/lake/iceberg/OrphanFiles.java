package com.sparkify.etl.io.lake.iceberg;

import com.sparkify.etl.io.lake.WorkFolder.Size;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.fs.Path;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.ManifestContent;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestFiles;
import org.apache.iceberg.ReachableFileUtil;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.FileInfo;
import org.apache.iceberg.io.SupportsPrefixOperations;

/** Files below a table's folder that no snapshot and no metadata of the table names. */
final class OrphanFiles {
  private final Table table;

  OrphanFiles(Table table) {
    this.table = table;
  }

  /**
   * Removes those that are older than {@code before}, and says what that was. A storage that cannot
   * list a folder keeps them.
   */
  Size remove(Instant before) throws IOException {
    if (!(table.io() instanceof SupportsPrefixOperations storage)) {
      return Size.NONE;
    }
    List<FileInfo> old = new ArrayList<>();
    for (FileInfo file : storage.listPrefix(table.location())) {
      if (file.createdAtMillis() < before.toEpochMilli()) {
        old.add(file);
      }
    }
    Set<String> named = old.isEmpty() ? Set.of() : named();
    Size removed = Size.NONE;
    for (FileInfo file : old) {
      if (!named.contains(path(file.location()))) {
        storage.deleteFile(file.location());
        removed = removed.plus(file.size());
      }
    }
    return removed;
  }

  /** Looked up after the listing: what was named in between is named here. */
  private Set<String> named() throws IOException {
    table.refresh();
    Set<String> named = new HashSet<>();
    add(named, ReachableFileUtil.metadataFileLocations(table, false));
    add(named, List.of(ReachableFileUtil.versionHintLocation(table)));
    add(named, ReachableFileUtil.manifestListLocations(table));
    add(named, ReachableFileUtil.statisticsFilesLocations(table));
    for (Snapshot snapshot : table.snapshots()) {
      for (ManifestFile manifest : snapshot.allManifests(table.io())) {
        if (named.add(path(manifest.path()))) {
          add(named, files(manifest));
        }
      }
    }
    return named;
  }

  /** Files of rows, or those that another program wrote to say which rows are gone. */
  private List<String> files(ManifestFile manifest) throws IOException {
    List<String> files = new ArrayList<>();
    if (manifest.content() == ManifestContent.DATA) {
      try (CloseableIterable<String> paths = ManifestFiles.readPaths(manifest, table.io())) {
        paths.forEach(files::add);
      }
      return files;
    }
    try (CloseableIterable<DeleteFile> deletes =
        ManifestFiles.readDeleteManifest(manifest, table.io(), table.specs())) {
      deletes.forEach(file -> files.add(file.location()));
    }
    return files;
  }

  private static void add(Set<String> named, Iterable<String> locations) {
    locations.forEach(location -> named.add(path(location)));
  }

  /** One file is written with one slash after the scheme or with three. */
  private static String path(String location) {
    return new Path(location).toUri().getPath();
  }
}
