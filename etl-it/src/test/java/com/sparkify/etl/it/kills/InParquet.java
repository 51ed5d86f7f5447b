package com.sparkify.etl.it.kills;

import com.sparkify.etl.core.star.StarSchema;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.it.DuckDb;
import com.sparkify.etl.it.Sparkify;
import com.sparkify.etl.it.kills.Site.Vanished;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;

/** Folders of Parquet files, which DuckDB lists and reads. */
final class InParquet implements Format {
  private static final Pattern GONE =
      Pattern.compile("No such file|Cannot open file|No files found|does not exist");

  @Override
  public String on(String storage) {
    return storage;
  }

  @Override
  public String promise() {
    return "no row missing";
  }

  @Override
  public Sparkify program() {
    return Sparkify.withJavaOptions();
  }

  @Override
  public List<String> options() {
    return List.of();
  }

  @Override
  public List<Step> steps() {
    return Step.all();
  }

  @Override
  public List<Step> twice() {
    return Step.twiceRetiring();
  }

  @Override
  public List<Question> questions(Path lake) {
    return StarSchema.TABLES.stream().map(table -> question(lake, table)).toList();
  }

  private static Question question(Path lake, Table table) {
    return new OfBothVersions(table, () -> rows(lake, table));
  }

  private static List<List<String>> rows(Path lake, Table table) throws Vanished {
    try {
      return new DuckDb(lake).table(table);
    } catch (SQLException e) {
      if (GONE.matcher(String.valueOf(e.getMessage())).find()) {
        throw new Vanished(e);
      }
      throw new IllegalStateException(e);
    }
  }

  @Override
  public List<String> remains(Path lake) {
    return List.of();
  }
}
