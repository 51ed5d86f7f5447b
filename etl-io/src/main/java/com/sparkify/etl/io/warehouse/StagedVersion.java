package com.sparkify.etl.io.warehouse;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/**
 * The version that the staging tables hold.
 *
 * @param rows rows by table name
 */
record StagedVersion(String runId, String publishedAt, Map<String, Long> rows) {
  StagedVersion {
    rows = Map.copyOf(rows);
  }

  /**
   * What is staged for {@code schema}. Staging tables are empty after a crash of the server.
   *
   * @throws EtlException of kind CONFIG if nothing is
   */
  static StagedVersion in(Connection connection, StarStatements statements, String schema)
      throws SQLException {
    if (!PostgresWarehouse.exists(connection, statements.staged())) {
      throw nothing(schema);
    }
    try (Statement statement = connection.createStatement();
        ResultSet staged =
            statement.executeQuery(
                "SELECT run_id, published_at, table_name, row_count FROM " + statements.staged())) {
      Map<String, Long> rows = new HashMap<>();
      String runId = "";
      String publishedAt = "";
      while (staged.next()) {
        runId = staged.getString(1);
        publishedAt = staged.getString(2);
        rows.put(staged.getString(3), staged.getLong(4));
      }
      if (rows.isEmpty()) {
        throw nothing(schema);
      }
      return new StagedVersion(runId, publishedAt, rows);
    }
  }

  private static EtlException nothing(String schema) {
    return new EtlException(
        Kind.CONFIG,
        "Nothing is staged for the schema '%s'; run 'warehouse load', or 'warehouse load --load-stg' first"
            .formatted(schema));
  }
}
