package com.sparkify.etl.io.lake.parquet;

import com.sparkify.etl.io.storage.ObjectStores;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * The files of a publish before they are in their tables, where no reader sees them.
 *
 * <p>An object store shows a file when its writer commits it: there the writers write into the
 * table's own folder, and their commits wait. Elsewhere they keep half-written files in a {@code
 * _temporary} below the folder that they write to, which a reader of every level of a table, such
 * as DuckDB's {@code **}, would open. There, and where the commits of an object store cannot wait,
 * files are written below {@code _sparkify/incoming} and renamed into the tables.
 */
final class IncomingFiles implements AutoCloseable {
  private final Path lake;
  private final Path root;
  private final FileSystem files;

  /** Where files are written in place; nothing elsewhere. */
  private final Optional<PostponedCommits> commits;

  /**
   * Those of a publish to {@code lake}.
   *
   * @param canCommitLater whether the session's writers to an object store leave the commit to its
   *     committer
   */
  IncomingFiles(Path lake, Configuration conf, boolean canCommitLater) throws IOException {
    this.files = lake.getFileSystem(conf);
    this.lake = files.makeQualified(lake);
    this.root = root(this.lake);
    this.commits =
        canCommitLater && ObjectStores.isOne(files)
            ? Optional.of(PostponedCommits.open())
            : Optional.empty();
  }

  /** Where the new files of {@code table} are to be written. */
  Path folder(String table) {
    return new Path(commits.isPresent() ? lake : root, table);
  }

  /** The options with which they are to be written. */
  Map<String, String> options() {
    return commits.map(PostponedCommits::options).orElse(Map.of());
  }

  /** Brings what was written for {@code table} into its folder, each file in one step. */
  void moveIn(String table) throws IOException {
    if (commits.isPresent()) {
      commits.orElseThrow().commit(folder(table));
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

  /** Leaves what is not in its table yet. */
  @Override
  public void close() {
    commits.ifPresent(PostponedCommits::close);
  }

  /** Removes what a publish to {@code lake} left beside the tables. */
  static void discard(Path lake, Configuration conf) throws IOException {
    lake.getFileSystem(conf).delete(root(lake), true);
  }

  private static Path root(Path lake) {
    return new Path(lake, "_sparkify/incoming");
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
