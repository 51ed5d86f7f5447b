package com.sparkify.etl.it.kills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whole folders: copied, deleted, listed. */
public final class Folders {
  private Folders() {}

  /** Copies what is below {@code from} to {@code to}, times of modification included. */
  public static void copy(Path from, Path to) {
    for (Path path : walked(from)) {
      try {
        Files.copy(path, to.resolve(from.relativize(path)), StandardCopyOption.COPY_ATTRIBUTES);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Removes {@code folder} and what is below it. */
  public static void delete(Path folder) {
    walked(folder).stream()
        .sorted(Comparator.reverseOrder())
        .forEach(
            path -> {
              try {
                Files.delete(path);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  /** The files below {@code folder}, by their paths relative to it. */
  static List<String> files(Path folder) {
    return walked(folder).stream()
        .filter(Files::isRegularFile)
        .map(path -> folder.relativize(path).toString())
        .toList();
  }

  private static List<Path> walked(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
