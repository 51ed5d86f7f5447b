package com.sparkify.etl.io.lake.parquet;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.io.lake.Version;
import com.sparkify.etl.io.lake.Version.Contents;
import com.sparkify.etl.io.lake.WorkFolder.Size;
import com.sparkify.etl.io.storage.Documents;
import com.sparkify.etl.io.storage.StorageTrouble;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The Parquet tables of a lake whose tables are kept in another format by now. */
public final class ParquetRemains {
  private final Path root;
  private final Configuration conf;

  private ParquetRemains(Path root, Configuration conf) {
    this.root = root;
    this.conf = conf;
  }

  /** Those of the lake at {@code root}. */
  public static ParquetRemains of(String root, Configuration conf) {
    return new ParquetRemains(new Path(root), conf);
  }

  /** What was published in Parquet last; empty if nothing was, or it was removed. */
  public Optional<Version> version() {
    try {
      return new Publication(root, conf).recorded();
    } catch (IOException e) {
      throw failure("read what was published", e);
    }
  }

  /**
   * Removes the files of the tables. Cut off, it goes on when it is called again.
   *
   * @return what was removed
   * @throws EtlException of kind CONFIG if the tables' folders hold more than was published
   */
  public Size remove() {
    try {
      new Publication(root, conf).recover();
      Optional<Version> version = version();
      return version.isPresent() ? remove(version.orElseThrow()) : Size.NONE;
    } catch (IOException e) {
      throw failure("remove the old tables", e);
    }
  }

  private Size remove(Version version) throws IOException {
    TableFiles files = new TableFiles(root, conf);
    Map<String, Long> found = new TreeMap<>();
    for (Map.Entry<String, Contents> table : version.tables().entrySet()) {
      Map<String, Long> ofTable = files.dataFiles(table.getKey());
      requireNoMore(table.getKey(), ofTable, table.getValue());
      found.putAll(ofTable);
    }
    files.delete(found.keySet());
    for (String table : version.tables().keySet()) {
      deleteIfEmpty(new Path(root, table));
    }
    new Documents(conf).delete(new Path(root, "_sparkify/version.json"));
    return new Size(found.size(), bytes(found));
  }

  private void requireNoMore(String table, Map<String, Long> found, Contents published) {
    if (found.size() > published.files() || bytes(found) > published.bytes()) {
      throw new EtlException(
          Kind.CONFIG,
          ("Could not remove the old table '%s' of the lake '%s': its folder holds %,d files of %,d"
                  + " bytes, and %,d of %,d were published. Nothing was removed. Look for files that"
                  + " somebody else has put there, and take them away.")
              .formatted(
                  table, root, found.size(), bytes(found), published.files(), published.bytes()));
    }
  }

  private void deleteIfEmpty(Path folder) throws IOException {
    FileSystem files = folder.getFileSystem(conf);
    if (files.exists(folder) && files.listStatus(folder).length == 0) {
      files.delete(folder, false);
    }
  }

  private static long bytes(Map<String, Long> files) {
    return files.values().stream().mapToLong(Long::longValue).sum();
  }

  private EtlException failure(String attempt, IOException cause) {
    return StorageTrouble.failure("%s in Parquet in the lake '%s'".formatted(attempt, root), cause);
  }
}
