package com.sparkify.etl.io.storage;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.fs.LocalFileSystem;

/** Claims on a disk: a finished file gets its name by a link, which fails if the name is taken. */
final class LocalClaims implements Claims {
  private final LocalFileSystem files;

  LocalClaims(LocalFileSystem files) {
    this.files = files;
  }

  @Override
  public boolean create(org.apache.hadoop.fs.Path path, byte[] content) throws IOException {
    return create(local(path), content);
  }

  @Override
  public void overwrite(org.apache.hadoop.fs.Path path, byte[] content) throws IOException {
    Path file = local(path);
    Path finished = beside(file);
    Files.write(finished, content);
    Files.move(finished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public Optional<byte[]> read(org.apache.hadoop.fs.Path path) throws IOException {
    try {
      return Optional.of(Files.readAllBytes(local(path)));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    }
  }

  @Override
  public void release(org.apache.hadoop.fs.Path path, byte[] expected) throws IOException {
    Optional<byte[]> found = read(path);
    if (found.isPresent() && Arrays.equals(found.orElseThrow(), expected)) {
      Files.deleteIfExists(local(path));
    }
  }

  private static boolean create(Path file, byte[] content) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path finished = beside(file);
    Files.write(finished, content);
    try {
      Files.createLink(file, finished);
      return true;
    } catch (FileAlreadyExistsException taken) {
      return false;
    } finally {
      Files.delete(finished);
    }
  }

  private static Path beside(Path file) {
    return file.resolveSibling("_%s-%s".formatted(file.getFileName(), UUID.randomUUID()));
  }

  private Path local(org.apache.hadoop.fs.Path path) {
    return files.pathToFile(path).toPath();
  }
}
