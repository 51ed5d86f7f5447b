package com.sparkify.etl.it.bench;

import com.sparkify.etl.core.star.StarSchema;
import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Table;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether two lakes hold the same rows, each as often in one as in the other. The columns are those
 * of the product's tables, each as a value of its type there.
 *
 * <p>Small tables are taken from each other row by row. Of large ones the number of rows is
 * compared, and the sum of the rows' hashes, which does not depend on their order; they are taken
 * from each other only to tell how they differ.
 */
public final class LakeRows implements AutoCloseable {
  static final long ROWS_OF_A_SMALL_TABLE = 500_000;
  private static final int ROWS_TO_SHOW = 3;

  private final Connection connection;
  private final long rowsOfASmallTable;

  private LakeRows(Connection connection, long rowsOfASmallTable) {
    this.connection = connection;
    this.rowsOfASmallTable = rowsOfASmallTable;
  }

  /** A comparison in which a table is small that has at most so many rows. */
  public static LakeRows comparing(long rowsOfASmallTable) throws SQLException {
    LakeRows rows = new LakeRows(DriverManager.getConnection("jdbc:duckdb:"), rowsOfASmallTable);
    rows.query("SET TimeZone = 'UTC'");
    return rows;
  }

  /** A lake and what its tables are called in a message. */
  public record Side(String name, Path lake) {

    private String rows(Table table) {
      String columns = table.fields().stream().map(Side::typed).collect(Collectors.joining(", "));
      return "(SELECT %s FROM read_parquet('%s/%s/**/*.parquet', hive_partitioning = true))"
          .formatted(columns, lake.toString().replace("'", "''"), table.name());
    }

    private static String typed(Field field) {
      String type = field.type().sql().equals("STRING") ? "VARCHAR" : field.type().sql();
      return "CAST(\"%1$s\" AS %2$s) AS \"%1$s\"".formatted(field.name(), type);
    }
  }

  /** How the lakes differ, a text for each table that does; empty if they do not. */
  public List<String> differences(Side one, Side other) throws SQLException {
    List<String> differences = new ArrayList<>();
    for (Table table : StarSchema.TABLES) {
      difference(table, one, other).ifPresent(differences::add);
    }
    return differences;
  }

  private Optional<String> difference(Table table, Side one, Side other) throws SQLException {
    String count = "SELECT count(*) FROM %s t";
    String ofOne = value(count.formatted(one.rows(table)));
    String ofOther = value(count.formatted(other.rows(table)));
    boolean large = Long.parseLong(ofOne) > rowsOfASmallTable;
    if (large && ofOne.equals(ofOther) && hash(one, table).equals(hash(other, table))) {
      return Optional.empty();
    }
    List<String> onlyInOne = onlyIn(one, other, table);
    List<String> onlyInOther = onlyIn(other, one, table);
    if (onlyInOne.isEmpty() && onlyInOther.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        "Table '%s' has %s rows of %s and %s of %s.%n%s%s"
            .formatted(
                table.name(),
                ofOne,
                one.name(),
                ofOther,
                other.name(),
                shown(one, onlyInOne),
                shown(other, onlyInOther)));
  }

  private String hash(Side side, Table table) throws SQLException {
    return value("SELECT sum(hash(t)) FROM %s t".formatted(side.rows(table)));
  }

  private List<String> onlyIn(Side one, Side other, Table table) throws SQLException {
    return query(
        "FROM %s EXCEPT ALL FROM %s LIMIT %d"
            .formatted(one.rows(table), other.rows(table), ROWS_TO_SHOW));
  }

  private static String shown(Side side, List<String> rows) {
    return rows.stream()
        .map(row -> "  only of %s: %s%n".formatted(side.name(), row))
        .collect(Collectors.joining());
  }

  private String value(String sql) throws SQLException {
    return query(sql).get(0);
  }

  private List<String> query(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return rows;
      }
      try (ResultSet results = statement.getResultSet()) {
        int width = results.getMetaData().getColumnCount();
        while (results.next()) {
          List<String> values = new ArrayList<>();
          for (int column = 1; column <= width; column++) {
            values.add(String.valueOf(results.getString(column)));
          }
          rows.add(String.join(" | ", values));
        }
      }
    }
    return rows;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
