package com.sparkify.etl.it;

import com.sparkify.etl.core.table.Table;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Reads a lake the way an analyst without Spark does: by globbing the folders of its tables. */
public final class DuckDb {
  public static final List<String> TABLES =
      List.of("songplays", "users", "user_levels", "songs", "artists", "time");

  private final Path lake;

  public DuckDb(Path lake) {
    this.lake = lake;
  }

  /** The rows of {@code sql}, each as its values with {@code |} between them. */
  public List<String> rows(String sql) {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
      for (String table : TABLES) {
        statement.execute(
            "CREATE VIEW %s AS SELECT * FROM read_parquet('%s/%s/**/*.parquet', hive_partitioning = true)"
                .formatted(table, lake, table));
      }
      return rows(statement.executeQuery(sql));
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** The rows of the last of {@code statements}, which run one after another in a new session. */
  static List<String> last(List<String> statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement session = connection.createStatement()) {
      for (String statement : statements.subList(0, statements.size() - 1)) {
        session.execute(statement);
      }
      return rows(session.executeQuery(statements.get(statements.size() - 1)));
    }
  }

  /**
   * The rows of {@code table} in order, each as the texts of its columns in the table's order, as a
   * new session finds them.
   *
   * @throws SQLException among other reasons if a file goes between its listing and its reading
   */
  public List<List<String>> table(Table table) throws SQLException {
    String columns =
        table.fields().stream()
            .map(field -> "\"%s\"".formatted(field.name()))
            .collect(Collectors.joining(", "));
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'; SET threads = 1");
      return texts(
          statement.executeQuery(
              "SELECT %s FROM read_parquet('%s/%s/**/*.parquet', hive_partitioning = true) ORDER BY ALL"
                  .formatted(columns, lake, table.name())));
    }
  }

  /** The one value of {@code sql}, as text. */
  public String value(String sql) {
    List<String> rows = rows(sql);
    if (rows.size() != 1) {
      throw new IllegalStateException("%d rows for %s".formatted(rows.size(), sql));
    }
    return rows.get(0);
  }

  private static List<String> rows(ResultSet results) throws SQLException {
    return texts(results).stream().map(row -> String.join("|", row)).toList();
  }

  private static List<List<String>> texts(ResultSet results) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    while (results.next()) {
      List<String> row = new ArrayList<>();
      for (int column = 1; column <= results.getMetaData().getColumnCount(); column++) {
        row.add(String.valueOf(results.getObject(column)));
      }
      rows.add(row);
    }
    return rows;
  }
}
