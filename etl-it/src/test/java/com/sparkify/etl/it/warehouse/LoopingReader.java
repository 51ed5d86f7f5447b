package com.sparkify.etl.it.warehouse;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Reads the star again and again over a connection of its own: by one statement, and table by table
 * in one transaction of isolation REPEATABLE READ.
 */
final class LoopingReader implements AutoCloseable {
  private static final int SECONDS_TO_END = 10;

  private final Set<String> seen = new ConcurrentSkipListSet<>();
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final Future<Integer> reading;
  private volatile boolean isOver;

  LoopingReader(Postgres postgres) {
    this.reading = thread.submit(() -> read(postgres));
  }

  private int read(Postgres postgres) throws SQLException {
    int reads = 0;
    try (Connection connection = postgres.connect();
        Statement statement = connection.createStatement()) {
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setAutoCommit(false);
      while (!isOver) {
        StringBuilder tables = new StringBuilder();
        for (String one :
            LoadedWarehouse.VERSION.replaceFirst("SELECT ", "").split(", (?=\\()", -1)) {
          tables.append(Postgres.rows(statement, "SELECT " + one).get(0)).append('|');
        }
        connection.commit();
        seen.add(tables.substring(0, tables.length() - 1));
        seen.addAll(Postgres.rows(statement, LoadedWarehouse.VERSION));
        connection.commit();
        reads++;
      }
    }
    return reads;
  }

  /** The versions that it has seen. */
  Set<String> seen() {
    return seen;
  }

  /** Stops it; how often it has read. */
  int reads() throws Exception {
    isOver = true;
    return reading.get(SECONDS_TO_END, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    isOver = true;
    thread.shutdown();
  }
}
