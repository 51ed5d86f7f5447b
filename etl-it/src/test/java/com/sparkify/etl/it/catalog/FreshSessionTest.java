package com.sparkify.etl.it.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.it.DuckDb;
import com.sparkify.etl.it.Sparkify;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process with nothing but Spark finds the tables by name that another has named. */
class FreshSessionTest {
  private final Path folder;
  private final Path lake;

  FreshSessionTest(@TempDir Path folder) {
    this.folder = folder;
    this.lake = folder.resolve("lake");
  }

  @Test
  void findsEveryPartitionAlsoThoseOfALaterRun() throws IOException {
    program(CatalogCommands.class, lake);
    try (Stream<Path> all = Files.list(folder)) {
      assertThat(all).containsExactly(lake);
    }

    List<String> found = program(CatalogReader.class, lake.resolve("_sparkify/catalog/metastore"));

    DuckDb files = new DuckDb(lake);
    List<String> expected = new ArrayList<>();
    for (String table : CatalogReader.TABLES) {
      expected.add(table + "|" + files.value("SELECT count(*) FROM " + table));
    }
    List<String> months =
        files.rows("SELECT year, month, count(*) FROM songplays GROUP BY ALL ORDER BY ALL");
    assertThat(months).hasSize(2);
    expected.addAll(months);
    assertThat(found).isEqualTo(expected);
  }

  private List<String> program(Class<?> main, Path argument) {
    return Sparkify.withHive(main.getName())
        .in(folder, argument.toString())
        .ok()
        .out()
        .lines()
        .toList();
  }
}
