package com.sparkify.etl.it.iceberg;

import com.sparkify.etl.core.star.StarSchema;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.io.fixture.Spark;
import com.sparkify.etl.it.DuckDb;
import com.sparkify.etl.it.Program;
import com.sparkify.etl.it.Sparkify;
import com.sparkify.etl.it.kills.Folders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The tables of the shipped sample in Parquet, made once in a JVM: what Iceberg's have to hold. */
public final class SampleInParquet {
  /** Songs and logs, in the folders {@code song_data} and {@code log_data}. */
  public static final Path SOURCES = Sparkify.project().resolve("etl-runner/sample");

  private static final DuckDb TABLES = published();

  private SampleInParquet() {}

  private static DuckDb published() {
    Path lake = Sparkify.project().resolve("etl-it/target/sample-in-parquet");
    if (Files.exists(lake)) {
      Folders.delete(lake);
    }
    Program.inThisJvm(Spark.session())
        .run(
            List.of(
                "run",
                "--songs=" + SOURCES.resolve("song_data"),
                "--events=" + SOURCES.resolve("log_data"),
                "--lake=" + lake))
        .ok();
    return new DuckDb(lake);
  }

  /** DuckDB on these tables. */
  public static DuckDb tables() {
    return TABLES;
  }

  /** The tables in which {@code other} has other rows, or none. */
  public static List<String> differencesTo(DuckDb other) throws SQLException {
    List<String> differences = new ArrayList<>();
    for (Table table : StarSchema.TABLES) {
      List<List<String>> rows = other.table(table);
      if (rows.isEmpty() || !rows.equals(TABLES.table(table))) {
        differences.add("%s: %s".formatted(table.name(), rows));
      }
    }
    return differences;
  }
}
