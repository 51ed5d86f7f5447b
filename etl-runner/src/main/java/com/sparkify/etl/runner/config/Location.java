package com.sparkify.etl.runner.config;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.UnsupportedFileSystemException;

/**
 * Where a file is, as somebody wrote it: on this machine, or where a file system of Hadoop is.
 *
 * @param text a local path, or one with a scheme such as {@code s3a://bucket/app.conf}
 */
public record Location(String text) {
  private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]+:/.*");

  /** Whether it has a scheme; {@code file:} counts. */
  boolean isRemote() {
    return SCHEME.matcher(text).matches();
  }

  /** The same for Hadoop; without a scheme it is on this machine, whatever Hadoop's default is. */
  public Path path() {
    return new Path(
        isRemote()
            ? new Path(text).toUri()
            : java.nio.file.Path.of(text).toAbsolutePath().normalize().toUri());
  }

  /** The file {@code name} in the folder of this one, unless it says itself where it is. */
  Location beside(String name) {
    Location named = new Location(name);
    if (named.isRemote()) {
      return named;
    }
    return new Location(
        isRemote()
            ? new Path(new Path(text).getParent(), name).toString()
            : java.nio.file.Path.of(text).resolveSibling(name).normalize().toString());
  }

  /**
   * The whole text of the file.
   *
   * @param hadoop asked for only if there is a scheme
   * @throws FileNotFoundException if there is no such file
   * @throws UnsupportedFileSystemException if Hadoop does not know the scheme
   * @throws IOException if the storage does not give it
   */
  public String read(Supplier<Configuration> hadoop) throws IOException {
    return isRemote() ? readRemote(hadoop.get()) : readLocal();
  }

  private String readLocal() throws IOException {
    java.nio.file.Path file = java.nio.file.Path.of(text);
    if (!Files.isRegularFile(file)) {
      throw new FileNotFoundException(Files.exists(file) ? "it is no file" : "no such file");
    }
    return Files.readString(file);
  }

  private String readRemote(Configuration hadoop) throws IOException {
    Path file = new Path(text);
    FileSystem files = fileSystem(file, hadoop);
    if (status(file, files).isDirectory()) {
      throw new FileNotFoundException("it is no file");
    }
    try (InputStream content = files.open(file)) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Hadoop knows the class of a scheme by name, and may find that it is not there. */
  private static FileSystem fileSystem(Path file, Configuration hadoop) throws IOException {
    try {
      return file.getFileSystem(hadoop);
    } catch (RuntimeException e) {
      if (e.getCause() instanceof ClassNotFoundException absent) {
        throw new UnsupportedFileSystemException(absent.getMessage());
      }
      throw e;
    }
  }

  private static FileStatus status(Path file, FileSystem files) throws IOException {
    try {
      return files.getFileStatus(file);
    } catch (FileNotFoundException e) {
      FileNotFoundException absent = new FileNotFoundException("no such file");
      absent.initCause(e);
      throw absent;
    }
  }
}
