package com.sparkify.etl.runner;

import com.sparkify.etl.core.star.StarSchema;
import com.sparkify.etl.core.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The tables of a lake, as their readers find them. */
final class PublishedTables {
  private static final int SHOWN = 4;

  private final Path lake;

  PublishedTables(Path lake) {
    this.lake = lake;
  }

  /** The rows of each table as JSON, with all columns, in order. */
  Map<String, List<String>> rows() {
    Map<String, List<String>> rows = new TreeMap<>();
    for (Table table : StarSchema.TABLES) {
      rows.put(table.name(), rowsOf(table));
    }
    return rows;
  }

  /** The first rows of each table that only one of the two lakes has; none if they are equal. */
  List<String> differencesFrom(PublishedTables expected) {
    Map<String, List<String>> ours = rows();
    List<String> differences = new ArrayList<>();
    expected
        .rows()
        .forEach(
            (table, theirs) -> {
              List<String> found = ours.getOrDefault(table, List.of());
              add(differences, table + " lacks ", theirs, found);
              add(differences, table + " has too much ", found, theirs);
            });
    return differences;
  }

  /** The data files of {@code table} below {@code folder}, each with a digest of its bytes. */
  Map<String, Integer> files(String folder) throws IOException {
    Map<String, Integer> files = new TreeMap<>();
    if (!Files.exists(lake.resolve(folder))) {
      return files;
    }
    try (Stream<Path> found = Files.walk(lake.resolve(folder))) {
      for (Path file : found.filter(path -> path.toString().endsWith(".parquet")).toList()) {
        files.put(lake.relativize(file).toString(), Arrays.hashCode(Files.readAllBytes(file)));
      }
    }
    return files;
  }

  /** The data files of all tables. */
  Map<String, Integer> files() throws IOException {
    Map<String, Integer> files = new TreeMap<>();
    for (Table table : StarSchema.TABLES) {
      files.putAll(files(table.name()));
    }
    return files;
  }

  private List<String> rowsOf(Table table) {
    return TestSpark.session()
        .read()
        .schema(table.schema())
        .parquet(lake.resolve(table.name()).toString())
        .select(table.columns())
        .toJSON()
        .collectAsList()
        .stream()
        .sorted()
        .toList();
  }

  private static void add(
      List<String> differences, String label, List<String> rows, List<String> others) {
    List<String> left = new ArrayList<>(rows);
    others.forEach(left::remove);
    left.stream().limit(SHOWN).forEach(row -> differences.add(label + row));
    if (left.size() > SHOWN) {
      differences.add(label + "%d more".formatted(left.size() - SHOWN));
    }
  }
}
