package com.sparkify.etl.io.lake.parquet;

import com.sparkify.etl.io.storage.UnfinishedWrites;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** The files under the lake's table folders, by their path relative to the lake. */
final class TableFiles {
  private final Path lake;
  private final FileSystem files;

  TableFiles(Path lake, Configuration conf) throws IOException {
    this.files = lake.getFileSystem(conf);
    this.lake = files.makeQualified(lake);
  }

  /**
   * The data files of a table with their sizes; none if it has no folder. Files that readers skip,
   * with names that begin with {@code _} or {@code .}, are not among them.
   */
  Map<String, Long> dataFiles(String table) throws IOException {
    Map<String, Long> sizes = new TreeMap<>();
    statuses(table).forEach((path, file) -> sizes.put(path, file.getLen()));
    return sizes;
  }

  /** The same files, or those in one of the table's folders, as the storage lists them. */
  Map<String, FileStatus> statuses(String folder) throws IOException {
    Map<String, FileStatus> found = new TreeMap<>();
    try {
      RemoteIterator<LocatedFileStatus> listing = files.listFiles(new Path(lake, folder), true);
      while (listing.hasNext()) {
        LocatedFileStatus file = listing.next();
        String path = relative(file.getPath());
        if (!path.contains("/_") && !path.contains("/.")) {
          found.put(path, file);
        }
      }
    } catch (FileNotFoundException neverPublished) {
      return found;
    }
    return found;
  }

  /** Deletes the files at {@code paths}, and the partitions that are empty then. */
  void delete(Collection<String> paths) throws IOException {
    Set<Path> folders = new LinkedHashSet<>();
    for (String path : paths) {
      Path file = new Path(lake, path);
      files.delete(file, false);
      folders.add(file.getParent());
    }
    for (Path folder : folders) {
      deleteEmptyFolders(folder);
    }
  }

  /** Removes what a write that was cut off left in the folder of a table. */
  void deleteUnfinished(String table) throws IOException {
    UnfinishedWrites.remove(new Path(lake, table), files.getConf());
  }

  void createFolder(String table) throws IOException {
    files.mkdirs(new Path(lake, table));
  }

  /** Removes {@code folder} and those above it while they are empty partitions of a table. */
  private void deleteEmptyFolders(Path folder) throws IOException {
    Path current = folder;
    while (current.getName().contains("=")
        && files.exists(current)
        && files.listStatus(current).length == 0) {
      files.delete(current, false);
      current = current.getParent();
    }
  }

  private String relative(Path path) {
    return lake.toUri().relativize(path.toUri()).getPath();
  }
}
