package com.sparkify.etl.it.warehouse;

import com.sparkify.etl.it.Sparkify.Running;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A lock of the database at which a load stands still, until it is closed. */
final class Blocked implements AutoCloseable {
  private static final String WAITING =
      "SELECT count(*) FROM pg_stat_activity"
          + " WHERE wait_event_type = 'Lock' AND application_name = 'sparkify'";
  private static final long LOOK_EVERY_MILLIS = 20;

  private final Postgres postgres;
  private final Connection holder;

  private Blocked(Postgres postgres, Connection holder) {
    this.postgres = postgres;
    this.holder = holder;
  }

  /** Takes {@code lock}, such as {@code sparkify.songplays IN SHARE MODE}. */
  static Blocked at(Postgres postgres, String lock) throws SQLException {
    Connection holder = postgres.connect();
    holder.setAutoCommit(false);
    try (Statement statement = holder.createStatement()) {
      statement.execute("LOCK TABLE " + lock);
    }
    return new Blocked(postgres, holder);
  }

  /** Kills {@code load} once it stands at the lock. */
  void kill(Running load) throws SQLException, InterruptedException {
    while (postgres.rows(WAITING).equals(List.of("0"))) {
      if (!load.isAlive()) {
        throw new IllegalStateException("it ended before it came there: " + load.ended());
      }
      Thread.sleep(LOOK_EVERY_MILLIS);
    }
    load.kill();
    load.ended();
  }

  @Override
  public void close() throws SQLException {
    holder.close();
  }
}
