package com.sparkify.etl.io.storage;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Claims on any other file system; each is read again, since the last of two writers wins. */
final class HadoopClaims implements Claims {
  private final FileSystem files;

  HadoopClaims(FileSystem files) {
    this.files = files;
  }

  @Override
  public boolean create(Path path, byte[] content) throws IOException {
    try {
      write(path, false, content);
    } catch (FileAlreadyExistsException taken) {
      return false;
    }
    return holds(path, content);
  }

  @Override
  public void overwrite(Path path, byte[] content) throws IOException {
    write(path, true, content);
  }

  @Override
  public Optional<byte[]> read(Path path) throws IOException {
    try (InputStream content = files.open(path)) {
      return Optional.of(content.readAllBytes());
    } catch (FileNotFoundException absent) {
      return Optional.empty();
    }
  }

  @Override
  public void release(Path path, byte[] expected) throws IOException {
    if (holds(path, expected)) {
      files.delete(path, false);
    }
  }

  private void write(Path path, boolean over, byte[] content) throws IOException {
    try (OutputStream out = files.create(path, over)) {
      out.write(content);
    }
  }

  private boolean holds(Path path, byte[] content) throws IOException {
    Optional<byte[]> found = read(path);
    return found.isPresent() && Arrays.equals(found.orElseThrow(), content);
  }
}
