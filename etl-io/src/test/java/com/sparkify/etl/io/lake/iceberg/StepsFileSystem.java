package com.sparkify.etl.io.lake.iceberg;

import com.sparkify.etl.io.storage.ForklessLocalFileSystem;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FilterFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/**
 * The local file system, which tells somebody before each change that decides something: a table's
 * metadata that gets its name, and documents that come and go. It also tells which metadata of
 * tables was read. Made by Hadoop.
 */
public final class StepsFileSystem extends FilterFileSystem {
  private static final List<Path> READ = new CopyOnWriteArrayList<>();
  private static volatile Runnable before = () -> {};

  public StepsFileSystem() {
    super(new ForklessLocalFileSystem());
  }

  /** What uses it. */
  static Configuration conf(Configuration other) {
    Configuration conf = new Configuration(other);
    conf.set("fs.file.impl", StepsFileSystem.class.getName());
    conf.setBoolean("fs.file.impl.disable.cache", true);
    return conf;
  }

  /** Does {@code action}, and {@code watcher} ahead of each of its changes. */
  static void watching(Runnable watcher, Runnable action) {
    before = watcher;
    try {
      action.run();
    } finally {
      before = () -> {};
    }
  }

  /** The metadata of tables that {@code action} reads, once for each time. */
  static List<Path> metadataReadBy(Runnable action) {
    READ.clear();
    action.run();
    return List.copyOf(READ);
  }

  @Override
  public FSDataInputStream open(Path path, int buffer) throws IOException {
    if (path.getName().endsWith(".metadata.json")) {
      READ.add(path);
    }
    return super.open(path, buffer);
  }

  @Override
  public FSDataOutputStream create(
      Path path,
      FsPermission permission,
      boolean overwrite,
      int buffer,
      short replication,
      long block,
      Progressable progress)
      throws IOException {
    if (path.getName().endsWith(".unfinished")) {
      before.run();
    }
    return super.create(path, permission, overwrite, buffer, replication, block, progress);
  }

  @Override
  public boolean rename(Path from, Path to) throws IOException {
    if (to.getName().endsWith(".metadata.json")) {
      before.run();
    }
    return super.rename(from, to);
  }

  @Override
  public boolean delete(Path path, boolean recursive) throws IOException {
    if (path.getName().endsWith(".json")) {
      before.run();
    }
    return super.delete(path, recursive);
  }
}
