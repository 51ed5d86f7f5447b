package com.sparkify.etl.io.warehouse;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import org.apache.spark.sql.Dataset;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** Sends rows to PostgreSQL. The only class that links to the driver, which may be absent. */
final class PostgresCopy {
  private static final int BUFFER = 1 << 16;

  private PostgresCopy() {}

  /**
   * Sends {@code lines}, of which no more than a partition is in memory, and counts them.
   *
   * @param sql a {@code COPY ... FROM STDIN}
   */
  static long into(Connection connection, String sql, Dataset<String> lines) throws SQLException {
    long count = 0;
    PGConnection postgres = connection.unwrap(PGConnection.class);
    try (OutputStream copy = new PGCopyOutputStream(postgres, sql, BUFFER)) {
      Iterator<String> each = lines.toLocalIterator();
      while (each.hasNext()) {
        copy.write((each.next() + "\n").getBytes(UTF_8));
        count++;
      }
    } catch (IOException e) {
      throw e.getCause() instanceof SQLException refused
          ? refused
          : new SQLException(e.getMessage(), e);
    }
    return count;
  }
}
