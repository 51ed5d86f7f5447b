package com.sparkify.etl.io.storage;

import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Small files of which one of several writers is the author, and the others know that they are not.
 *
 * <p>A local disk and an S3 server that keeps to conditions of a write (If-None-Match, If-Match)
 * let exactly one writer win. So does {@link #create} on HDFS. Elsewhere, as on S3 with Hadoop 3.3,
 * two writers that come within the same moments may both win.
 */
public interface Claims {

  /** Writes {@code content} where there is no file yet; whether it did. */
  boolean create(Path path, byte[] content) throws IOException;

  /** Writes {@code content} in place of {@code expected}; whether that was still there. */
  boolean replace(Path path, byte[] expected, byte[] content) throws IOException;

  /** What is claimed at {@code path}; empty if nothing is. */
  Optional<byte[]> read(Path path) throws IOException;

  /** Removes the file at {@code path} if it holds {@code expected}. */
  void release(Path path, byte[] expected) throws IOException;

  /** Claims in the storage of {@code location}. */
  static Claims of(Path location, Configuration conf) throws IOException {
    FileSystem files = location.getFileSystem(conf);
    if (files instanceof LocalFileSystem local) {
      return new LocalClaims(local);
    }
    return Documents.isObjectStore(files) && S3Clients.areThere()
        ? new S3Claims(files.getConf())
        : new HadoopClaims(files);
  }
}
