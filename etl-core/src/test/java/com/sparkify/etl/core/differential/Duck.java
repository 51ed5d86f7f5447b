package com.sparkify.etl.core.differential;

import com.sparkify.etl.core.Nullable;
import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Table;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** The star schema once more: staged rows in, tables out, in SQL that shares nothing with Spark. */
final class Duck implements AutoCloseable {

  private final Connection connection;

  private Duck(Connection connection) {
    this.connection = connection;
  }

  static Duck inMemory() throws SQLException {
    return new Duck(DriverManager.getConnection("jdbc:duckdb:"));
  }

  /** Fills a table of this name; {@code rows} have the fields of {@code layout} in order. */
  void load(String name, Table layout, List<Row> rows) throws SQLException {
    String columns = layout.fields().stream().map(Duck::declared).collect(Collectors.joining(", "));
    run("CREATE OR REPLACE TABLE %s (%s)".formatted(name, columns));
    try (DuckDBAppender appender =
        connection.unwrap(DuckDBConnection.class).createAppender("main", name)) {
      for (Row row : rows) {
        appender.beginRow();
        for (int i = 0; i < row.length(); i++) {
          append(appender, row.get(i));
        }
        appender.endRow();
      }
    }
  }

  void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The rows that a file of SQL gives, in an order of their own. */
  List<Row> query(String file) throws SQLException, IOException {
    List<Row> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql(file))) {
      int width = found.getMetaData().getColumnCount();
      while (found.next()) {
        Object[] values = new Object[width];
        for (int i = 0; i < width; i++) {
          Object value = found.getObject(i + 1);
          values[i] =
              value instanceof Timestamp
                  ? found.getObject(i + 1, LocalDateTime.class).toInstant(ZoneOffset.UTC)
                  : value;
        }
        rows.add(RowFactory.create(values));
      }
    }
    return rows.stream().sorted(Comparator.comparing(Row::toString)).toList();
  }

  static String sql(String file) throws IOException {
    try (InputStream in = Duck.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IOException("No test resource '%s'".formatted(file));
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private static String declared(Field field) {
    String type =
        switch (field.type().sql()) {
          case "STRING" -> "VARCHAR";
          case "INT" -> "INTEGER";
          case "BINARY" -> "BLOB";
          default -> field.type().sql();
        };
    return "\"" + field.name() + "\" " + type;
  }

  private static void append(DuckDBAppender appender, @Nullable Object value) throws SQLException {
    if (value == null) {
      appender.appendNull();
    } else if (value instanceof Integer number) {
      appender.append(number.intValue());
    } else if (value instanceof Long number) {
      appender.append(number.longValue());
    } else if (value instanceof Double number) {
      appender.append(number.doubleValue());
    } else if (value instanceof byte[] bytes) {
      appender.append(bytes);
    } else {
      appender.append(value.toString());
    }
  }
}
