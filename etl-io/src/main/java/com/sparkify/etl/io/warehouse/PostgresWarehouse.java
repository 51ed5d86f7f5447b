package com.sparkify.etl.io.warehouse;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.core.star.StarSchema;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.io.lake.Version;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * PostgreSQL: staging by COPY over one connection of the driver, so that no executor needs the
 * password and no retried task brings rows twice; then a merge of the rows that differ.
 */
final class PostgresWarehouse implements Warehouse {
  private final PostgresServer server;
  private final StarStatements statements;
  private final String schema;

  PostgresWarehouse(PostgresServer server, String schema) {
    this.server = server;
    this.statements = new StarStatements(schema);
    this.schema = schema;
  }

  @Override
  public void loadStaging(Version version, Function<Table, Dataset<Row>> rows) {
    server.transaction(
        "load the staging tables of '%s'".formatted(schema),
        connection -> {
          lock(connection);
          createStar(connection);
          run(connection, "DELETE FROM " + statements.staged());
          for (Table table : StarSchema.TABLES) {
            stage(connection, table, rows.apply(table), version);
          }
          return version;
        });
  }

  @Override
  public Loaded insertStar() {
    return server.transaction(
        "insert into the tables of '%s'".formatted(schema),
        connection -> {
          lock(connection);
          StagedVersion staged = StagedVersion.in(connection, statements, schema);
          String before = lastLoaded(connection);
          List<Loaded.Change> changes = new StarMerge(connection, statements).run(staged);
          record(connection, staged);
          return new Loaded(staged.runId(), before, changes);
        });
  }

  /** Waits a little for another load, which may be one that was just killed. */
  private void lock(Connection connection) throws SQLException {
    run(connection, "SET LOCAL lock_timeout = '10s'");
    try (PreparedStatement lock =
        connection.prepareStatement("SELECT pg_advisory_xact_lock(hashtext(?))")) {
      lock.setString(1, "sparkify warehouse " + schema);
      lock.execute();
    }
    run(connection, "SET LOCAL lock_timeout = 0");
  }

  private void createStar(Connection connection) throws SQLException {
    if (!existsSchema(connection)) {
      run(connection, statements.createSchema());
    }
    for (Table table : StarSchema.TABLES) {
      if (!exists(connection, statements.name(table))) {
        run(connection, statements.create(table));
      }
    }
    if (!exists(connection, statements.loads()) || !exists(connection, statements.staged())) {
      run(connection, statements.createRecords());
    }
  }

  private void stage(Connection connection, Table table, Dataset<Row> rows, Version version)
      throws SQLException {
    run(connection, statements.stage(table));
    long copied =
        PostgresCopy.into(connection, statements.copy(table), CopyText.lines(table, rows));
    long published =
        version.rowsOf(table.name()).values().stream().mapToLong(Long::longValue).sum();
    if (copied != published) {
      throw new EtlException(
          Kind.QUALITY,
          "Table '%s' has %d rows in the lake where run '%s' published %d: another run has published meanwhile, or its files were changed. The warehouse is as it was; load again, and if that fails too, build again."
              .formatted(table.name(), copied, version.runId(), published));
    }
    run(connection, statements.analyzeStaged(table));
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO %s VALUES (?, ?, ?, ?)".formatted(statements.staged()))) {
      insert.setString(1, version.runId());
      insert.setString(2, version.publishedAt());
      insert.setString(3, table.name());
      insert.setLong(4, copied);
      insert.execute();
    }
  }

  private String lastLoaded(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet last =
            statement.executeQuery(
                "SELECT run_id FROM %s ORDER BY load_id DESC LIMIT 1"
                    .formatted(statements.loads()))) {
      return last.next() ? last.getString(1) : "";
    }
  }

  private void record(Connection connection, StagedVersion staged) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO %s (run_id, published_at) VALUES (?, ?::timestamp with time zone)"
                .formatted(statements.loads()))) {
      insert.setString(1, staged.runId());
      insert.setString(2, staged.publishedAt());
      insert.execute();
    }
  }

  /** To make one that is there takes a right that a user may not have. */
  private boolean existsSchema(Connection connection) throws SQLException {
    return holds(connection, "SELECT count(*) > 0 FROM pg_namespace WHERE nspname = ?", schema);
  }

  static boolean exists(Connection connection, String table) throws SQLException {
    return holds(connection, "SELECT to_regclass(?) IS NOT NULL", table);
  }

  private static boolean holds(Connection connection, String question, String name)
      throws SQLException {
    try (PreparedStatement look = connection.prepareStatement(question)) {
      look.setString(1, name);
      try (ResultSet found = look.executeQuery()) {
        return found.next() && found.getBoolean(1);
      }
    }
  }

  private static void run(Connection connection, List<String> all) throws SQLException {
    for (String statement : all) {
      run(connection, statement);
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
