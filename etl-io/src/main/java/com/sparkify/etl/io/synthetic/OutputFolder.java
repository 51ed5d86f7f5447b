package com.sparkify.etl.io.synthetic;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumFileSystem;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The folder that a data set is written into, on any file system that Hadoop knows. */
final class OutputFolder {
  private static final int BUFFER_BYTES = 1 << 16;

  private final FileSystem files;
  private final Path root;

  private OutputFolder(FileSystem files, Path root) {
    this.files = files;
    this.root = root;
  }

  static OutputFolder at(URI location, Configuration hadoop) throws IOException {
    Path root = new Path(location);
    FileSystem files = root.getFileSystem(hadoop);
    return new OutputFolder(
        files instanceof ChecksumFileSystem checked ? checked.getRawFileSystem() : files, root);
  }

  /**
   * Makes sure that nothing would be mixed with the data set.
   *
   * @throws EtlException of kind CONFIG if the folder holds anything, or is a file
   */
  void requireEmpty() throws IOException {
    if (files.exists(root) && files.listStatus(root).length > 0) {
      throw new EtlException(
          Kind.CONFIG,
          "The output folder '%s' is not empty. Name one that is, or that does not exist yet, such"
                  .formatted(root)
              + " as '%s-2'.".formatted(root));
    }
  }

  /**
   * A new file, with its folders. One that is there is replaced: a task that is tried again writes
   * the same bytes.
   */
  OutputStream create(String path) throws IOException {
    Path file = new Path(root, path);
    // No permission: the local file system would start a process for each file to set it.
    return files.create(
        file,
        null,
        true,
        BUFFER_BYTES,
        files.getDefaultReplication(file),
        files.getDefaultBlockSize(file),
        null);
  }
}
