package com.sparkify.etl.it.warehouse;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** A PostgreSQL of its own: the real program, with an empty database, until it is closed. */
public final class Postgres implements AutoCloseable {
  private final EmbeddedPostgres server;

  private Postgres(EmbeddedPostgres server) {
    this.server = server;
  }

  /** Starts one; it takes some seconds. */
  public static Postgres start() {
    try {
      return new Postgres(EmbeddedPostgres.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where its database is, for a program that connects by JDBC; it asks for no password. */
  public String url() {
    return server.getJdbcUrl("postgres", "postgres");
  }

  /** A connection to it, for who needs more than one statement; whoever asks closes it. */
  public Connection connect() throws SQLException {
    return server.getPostgresDatabase().getConnection();
  }

  /** Runs a statement, or several with semicolons between them, in one transaction. */
  public void run(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(sql);
      connection.commit();
    }
  }

  /** The rows of {@code sql}, each as its values with {@code |} between them. */
  public List<String> rows(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      return rows(statement, sql);
    }
  }

  /** The same of a statement of somebody else. */
  static List<String> rows(Statement statement, String sql) throws SQLException {
    try (ResultSet results = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (results.next()) {
        StringJoiner row = new StringJoiner("|");
        for (int column = 1; column <= results.getMetaData().getColumnCount(); column++) {
          row.add(String.valueOf(results.getObject(column)));
        }
        rows.add(row.toString());
      }
      return rows;
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
