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
 * <p>On a local disk, on HDFS and on an S3 server that keeps to the condition of a write
 * (If-None-Match) exactly one writer creates a file. Elsewhere, as on S3 with Hadoop 3.3, two
 * writers that come within the same moments may both believe so.
 */
public interface Claims {

  /** Writes {@code content} where there is no file yet; whether it did. */
  boolean create(Path path, byte[] content) throws IOException;

  /** Writes {@code content} over what is there. Only one writer at a time may do so. */
  void overwrite(Path path, byte[] content) throws IOException;

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
    return ObjectStores.isOne(files) && S3A.sharesItsClient()
        ? S3Claims.with(files)
        : new HadoopClaims(files);
  }
}
