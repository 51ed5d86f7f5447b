package com.sparkify.etl.io.lake.parquet;

import com.sparkify.etl.io.storage.ObjectStores;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * The files of a publish before they are in their tables.
 *
 * <p>An object store shows a file when its writer commits it: there the writers write into the
 * table's own folder. Elsewhere they keep half-written files in a {@code _temporary} below the
 * folder that they write to, which a reader of every level of a table, such as DuckDB's {@code **},
 * would open. There files are written below {@code _sparkify/incoming} and, once those of all
 * tables are whole, renamed into the tables.
 */
final class IncomingFiles {
  private final Path lake;
  private final Path root;
  private final FileSystem files;
  private final boolean inPlace;

  IncomingFiles(Path lake, Configuration conf) throws IOException {
    this.files = lake.getFileSystem(conf);
    this.lake = files.makeQualified(lake);
    this.root = new Path(this.lake, "_sparkify/incoming");
    this.inPlace = ObjectStores.isOne(files);
  }

  /** Where the new files of {@code table} are to be written. */
  Path folder(String table) {
    return new Path(inPlace ? lake : root, table);
  }

  /** Brings what was written for {@code table} into its folder, each file in one step. */
  void moveIn(String table) throws IOException {
    if (inPlace) {
      return;
    }
    for (Path file : written(folder(table))) {
      Path target = new Path(lake, root.toUri().relativize(file.toUri()).getPath());
      files.mkdirs(target.getParent());
      if (!files.rename(file, target)) {
        throw new IOException("cannot rename '%s' to '%s'".formatted(file, target));
      }
    }
  }

  /** Removes what is not in its table yet. */
  void discard() throws IOException {
    if (!inPlace) {
      files.delete(root, true);
    }
  }

  private List<Path> written(Path folder) throws IOException {
    List<Path> written = new ArrayList<>();
    RemoteIterator<LocatedFileStatus> listing = files.listFiles(folder, true);
    while (listing.hasNext()) {
      written.add(listing.next().getPath());
    }
    return written;
  }
}
