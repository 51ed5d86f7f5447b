package com.sparkify.etl.it.warehouse;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.core.source.LogEvents;
import com.sparkify.etl.core.source.SongRecords;
import com.sparkify.etl.core.star.Songplays.Match;
import com.sparkify.etl.core.star.StarSchema;
import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.io.catalog.StagingTables;
import com.sparkify.etl.io.catalog.WarehouseDdl;
import com.sparkify.etl.io.warehouse.RedshiftFromJson;
import com.sparkify.etl.it.Sparkify;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The star that the script for Redshift derives from the source files, run by PostgreSQL, which
 * knows what the script uses; it has nothing that COPY does.
 */
class RedshiftRulesTest {
  private static final Path SAMPLE = Sparkify.project().resolve("etl-runner/sample");

  @Test
  void giveTheStarOfTheLake(@TempDir Path folder) throws SQLException, IOException {
    try (Postgres postgres = Postgres.start()) {
      LoadedWarehouse lake = new LoadedWarehouse(folder.resolve("lake"), postgres);
      lake.publishAsWritten();
      postgres.run(WarehouseDdl.postgres("sparkify").script(StarSchema.TABLES));
      stage(postgres, StagingTables.SONGS, SongRecords.FIELDS, SAMPLE.resolve("song_data"));
      stage(postgres, StagingTables.EVENTS, LogEvents.FIELDS, SAMPLE.resolve("log_data"));

      postgres.run(RedshiftFromJson.inserts("sparkify", Match.TITLE_ARTIST));

      for (Table table : StarSchema.TABLES) {
        assertThat(lake.inPostgres(table))
            .as(table.name())
            .isNotEmpty()
            .containsExactlyInAnyOrderElementsOf(lake.inLake(table));
      }
    }
  }

  private static void stage(Postgres postgres, Table table, List<Field> fields, Path files)
      throws SQLException, IOException {
    String values = fields.stream().map(field -> value(field, table)).collect(joining(", "));
    String records = "[" + String.join(",", lines(files)) + "]";
    postgres.run(
        "INSERT INTO sparkify.%s SELECT %s FROM json_array_elements('%s') AS record"
            .formatted(table.name(), values, records.replace("'", "''")));
  }

  private static String value(Field field, Table table) {
    String type =
        switch (table.fields().stream()
            .filter(staged -> staged.name().equalsIgnoreCase(field.name()))
            .findFirst()
            .orElseThrow()
            .type()
            .simpleString()) {
          case "bigint" -> "bigint";
          case "int" -> "integer";
          case "double" -> "double precision";
          default -> "text";
        };
    return "(record ->> '%s')::%s".formatted(field.name(), type);
  }

  private static List<String> lines(Path files) throws IOException {
    try (Stream<Path> all = Files.walk(files)) {
      return all.filter(file -> file.toString().endsWith(".json"))
          .flatMap(RedshiftRulesTest::linesOf)
          .filter(line -> !line.isBlank())
          .toList();
    }
  }

  private static Stream<String> linesOf(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
