package com.sparkify.etl.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/** What a folder held at some time, and can hold again; of files also when they were changed. */
record Snapshot(Path folder, Path copy) {

  /** What {@code folder} holds now, kept in {@code copy}, which is empty. */
  static Snapshot of(Path folder, Path copy) throws IOException {
    copy(folder, copy);
    return new Snapshot(folder, copy);
  }

  /** Makes the folder what it was. */
  void restore() throws IOException {
    remove(folder);
    copy(copy, folder);
  }

  /** Copies what is in {@code from} over what is in {@code to}. */
  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(
              file,
              target,
              StandardCopyOption.REPLACE_EXISTING,
              StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }

  static void remove(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
