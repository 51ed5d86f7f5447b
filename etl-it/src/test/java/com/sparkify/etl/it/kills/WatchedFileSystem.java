package com.sparkify.etl.it.kills;

import com.sparkify.etl.io.storage.ForklessLocalFileSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FilterFileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/**
 * The product's local file system, which stands still before an operation that the test chose, so
 * that the test can kill the process there, or do something else meanwhile. Made by Hadoop, by
 * name, in the process to be stopped.
 *
 * <p>Properties of Java say which one: {@code sparkify.it.stop-before} is an expression for the
 * operation with its path, such as {@code DELETE .*publish[.]json}; {@code sparkify.it.stop-count}
 * says how many of them come to pass before; {@code sparkify.it.stopped} is a file that is made
 * when the process stands still, which goes on once the file is gone.
 */
public final class WatchedFileSystem extends FilterFileSystem {
  static final String STOP_BEFORE = "sparkify.it.stop-before";
  static final String STOP_COUNT = "sparkify.it.stop-count";
  static final String STOPPED = "sparkify.it.stopped";
  private static final long LOOK_EVERY_MILLIS = 20;

  private static final Pattern BEFORE = Pattern.compile(System.getProperty(STOP_BEFORE, "never"));
  private static final AtomicInteger TO_PASS = new AtomicInteger(Integer.getInteger(STOP_COUNT, 0));

  public WatchedFileSystem() {
    super(new ForklessLocalFileSystem());
  }

  @Override
  public String getScheme() {
    return "file";
  }

  @Override
  public FSDataInputStream open(org.apache.hadoop.fs.Path file, int buffer) throws IOException {
    before("OPEN", file);
    return super.open(file, buffer);
  }

  @Override
  public FSDataOutputStream create(
      org.apache.hadoop.fs.Path file,
      FsPermission permission,
      boolean overwrite,
      int buffer,
      short replication,
      long blockSize,
      Progressable progress)
      throws IOException {
    before("CREATE", file);
    return super.create(file, permission, overwrite, buffer, replication, blockSize, progress);
  }

  @Override
  public boolean rename(org.apache.hadoop.fs.Path from, org.apache.hadoop.fs.Path to)
      throws IOException {
    before("RENAME", to);
    return super.rename(from, to);
  }

  @Override
  public boolean delete(org.apache.hadoop.fs.Path path, boolean recursive) throws IOException {
    before("DELETE", path);
    return super.delete(path, recursive);
  }

  @Override
  public FileStatus[] listStatus(org.apache.hadoop.fs.Path path) throws IOException {
    before("LIST", path);
    return super.listStatus(path);
  }

  @Override
  public RemoteIterator<LocatedFileStatus> listLocatedStatus(org.apache.hadoop.fs.Path path)
      throws IOException {
    before("LIST", path);
    return super.listLocatedStatus(path);
  }

  private static void before(String operation, org.apache.hadoop.fs.Path path) throws IOException {
    String what = operation + " " + path.toUri().getPath();
    if (BEFORE.matcher(what).matches() && TO_PASS.getAndDecrement() == 0) {
      standStill(Files.createFile(Path.of(System.getProperty(STOPPED, ""))));
    }
  }

  private static void standStill(Path sign) {
    while (Files.exists(sign)) {
      try {
        TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
      } catch (InterruptedException e) {
        // whoever would stop this thread in an orderly way must not: it is to be killed
      }
    }
  }
}
