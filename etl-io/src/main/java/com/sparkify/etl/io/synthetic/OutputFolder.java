package com.sparkify.etl.io.synthetic;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import org.apache.hadoop.conf.Configuration;
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
    return new OutputFolder(root.getFileSystem(hadoop), root);
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
          "The output folder '%s' is not empty. Name a new one, such as '%s'."
              .formatted(root, new Path(root, "new")));
    }
  }

  /**
   * A new file, with its folders. One that is there is replaced: a task that is tried again writes
   * the same bytes.
   */
  OutputStream create(String path) throws IOException {
    Path file = new Path(root, path);
    return isLocal() ? createLocal(file) : files.create(file, true);
  }

  /** Goes past Hadoop, whose local file system starts a process for every file and folder. */
  private OutputStream createLocal(Path file) throws IOException {
    java.nio.file.Path local = java.nio.file.Path.of(file.toUri().getPath());
    Files.createDirectories(local.getParent());
    return new BufferedOutputStream(Files.newOutputStream(local), BUFFER_BYTES);
  }

  private boolean isLocal() {
    return "file".equals(files.getUri().getScheme());
  }
}
