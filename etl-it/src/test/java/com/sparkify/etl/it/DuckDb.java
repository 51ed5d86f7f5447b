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
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Reads a lake the way an analyst without Spark does: the files of its tables. */
public final class DuckDb {
  public static final List<String> TABLES =
      List.of("songplays", "users", "user_levels", "songs", "artists", "time");

  /** By the name of a table: what follows FROM. */
  private final UnaryOperator<String> files;

  private DuckDb(UnaryOperator<String> files) {
    this.files = files;
  }

  /** Reads what is in the folders of the tables in {@code lake}. */
  public DuckDb(Path lake) {
    this(
        table ->
            "read_parquet('%s/%s/**/*.parquet', hive_partitioning = true)".formatted(lake, table));
  }

  /** Reads the files that the metadata of a lake names, all columns of which are in them. */
  public static DuckDb ofFiles(Function<String, List<Path>> files) {
    return new DuckDb(
        table ->
            files.apply(table).stream()
                .map("'%s'"::formatted)
                .collect(
                    Collectors.joining(", ", "read_parquet([", "], hive_partitioning = false)")));
  }

  /** The rows of {@code sql}, each as its values with {@code |} between them. */
  public List<String> rows(String sql) {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
      for (String table : TABLES) {
        statement.execute(
            "CREATE VIEW %s AS SELECT * FROM %s".formatted(table, files.apply(table)));
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
              "SELECT %s FROM %s ORDER BY ALL".formatted(columns, files.apply(table.name()))));
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
