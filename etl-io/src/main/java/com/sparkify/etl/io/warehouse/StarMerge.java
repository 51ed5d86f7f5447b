package com.sparkify.etl.io.warehouse;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.core.star.StarSchema;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.io.warehouse.Loaded.Change;
import com.sparkify.etl.io.warehouse.StarStatements.Merge;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Brings the tables of the star to what is staged, within a transaction of somebody else. */
final class StarMerge {
  private final Connection connection;
  private final StarStatements statements;
  private final Map<String, Long> inserted = new HashMap<>();
  private final Map<String, Long> updated = new HashMap<>();
  private final Map<String, Long> deleted = new HashMap<>();

  StarMerge(Connection connection, StarStatements statements) {
    this.connection = connection;
    this.statements = statements;
  }

  /**
   * What became of each table.
   *
   * @throws EtlException of kind QUALITY if one holds another number of rows than was staged
   */
  List<Change> run(StagedVersion staged) throws SQLException {
    for (Table table : StarSchema.TABLES) {
      Merge merge = statements.merge(table);
      updated.put(table.name(), changed(merge.update()));
      inserted.put(table.name(), changed(merge.insert()));
    }
    for (Table table : StarStatements.childrenFirst()) {
      deleted.put(table.name(), changed(statements.delete(table)));
    }
    List<Change> changes = new ArrayList<>();
    for (Table table : StarSchema.TABLES) {
      changes.add(change(table.name(), requireAll(table, staged)));
      changed(statements.analyze(table));
    }
    return changes;
  }

  private Change change(String table, long rows) {
    return new Change(
        table,
        rows,
        inserted.getOrDefault(table, 0L),
        updated.getOrDefault(table, 0L),
        deleted.getOrDefault(table, 0L));
  }

  private long requireAll(Table table, StagedVersion staged) throws SQLException {
    long rows = rows(table);
    long expected = staged.rows().getOrDefault(table.name(), 0L);
    if (rows != expected) {
      throw new EtlException(
          Kind.QUALITY,
          "Table '%s' would hold %d rows where run '%s' published %d. Nothing was changed; load again with --load-stg."
              .formatted(table.name(), rows, staged.runId(), expected));
    }
    return rows;
  }

  private long rows(Table table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet count =
            statement.executeQuery("SELECT count(*) FROM " + statements.name(table))) {
      count.next();
      return count.getLong(1);
    }
  }

  private long changed(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return Math.max(0, statement.executeLargeUpdate(sql));
    }
  }
}
