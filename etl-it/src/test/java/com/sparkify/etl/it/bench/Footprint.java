package com.sparkify.etl.it.bench;

import com.sparkify.etl.it.DuckDb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.stream.Stream;

/** How many files there are, and how many bytes in them. */
record Footprint(long files, long bytes) {

  /** What is in the folders of the tables below {@code lake}. */
  static Footprint ofTables(Path lake) {
    return DuckDb.TABLES.stream()
        .map(lake::resolve)
        .map(Footprint::of)
        .reduce(new Footprint(0, 0), Footprint::plus);
  }

  /** What is below {@code folder}. */
  static Footprint of(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      List<Path> files = paths.filter(Files::isRegularFile).toList();
      LongSummaryStatistics sizes =
          files.stream().mapToLong(file -> file.toFile().length()).summaryStatistics();
      return new Footprint(sizes.getCount(), sizes.getSum());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Footprint plus(Footprint other) {
    return new Footprint(files + other.files, bytes + other.bytes);
  }
}
