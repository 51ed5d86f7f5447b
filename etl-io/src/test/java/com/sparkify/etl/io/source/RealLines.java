package com.sparkify.etl.io.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Good lines of the sample that the project ships and, where they lie, of the public files. */
final class RealLines {
  private static final Path SAMPLE = Path.of("..", "etl-runner", "sample");
  private static final Path PUBLIC = Path.of("..", "..", "shared", "data");

  private RealLines() {}

  /** The lines of a source, each a record by itself; in the same order in every run. */
  static List<byte[]> of(SourceLayout layout) {
    String folder = layout == SourceLayout.SONGS ? "song_data" : "log_data";
    List<byte[]> lines = new ArrayList<>();
    for (Path data : List.of(SAMPLE.resolve(folder), PUBLIC.resolve(folder))) {
      for (Path file : files(data)) {
        SplitRecord.in(layout, bytes(file)).forEach(record -> lines.add(record.bytes()));
      }
    }
    return lines;
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException unexpected) {
      throw new UncheckedIOException(unexpected);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unexpected) {
      throw new UncheckedIOException(unexpected);
    }
  }
}
