package com.sparkify.etl.io.source;

import java.io.IOException;
import java.io.Serializable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.util.functional.FutureIO;

/**
 * Bytes of a file.
 *
 * @param from where they start
 * @param to where they end; at most the size that the listing showed
 */
record FileRange(SourceFile file, long from, long to) implements Serializable {

  static FileRange whole(SourceFile file) {
    return new FileRange(file, 0, file.size());
  }

  long length() {
    return to - from;
  }

  boolean isWhole() {
    return length() == file.size();
  }

  /**
   * The bytes in their storage, which is told the length that is known, so that an object store
   * need not be asked for it.
   *
   * @param readPolicy how they will be read, by a name that Hadoop knows
   */
  ListedBytes open(Configuration conf, String readPolicy) throws IOException {
    Path path = new Path(file.path());
    FileSystem storage = path.getFileSystem(conf);
    FSDataInputStream stored =
        FutureIO.awaitFuture(
            storage
                .openFile(path)
                .opt("fs.option.openfile.length", Long.toString(file.size()))
                .opt("fs.option.openfile.split.start", Long.toString(from))
                .opt("fs.option.openfile.split.end", Long.toString(to))
                .opt("fs.option.openfile.read.policy", readPolicy)
                .build());
    if (from > 0) {
      stored.seek(from);
    }
    return new ListedBytes(stored, length());
  }
}
