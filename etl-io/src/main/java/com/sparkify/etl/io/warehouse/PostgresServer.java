package com.sparkify.etl.io.warehouse;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * A database of PostgreSQL and who asks for it. User and password come from {@code PGUSER} and
 * {@code PGPASSWORD}, as for PostgreSQL's own programs, or from what the driver reads by itself,
 * such as {@code ~/.pgpass}; the user may be in the URL as well.
 */
final class PostgresServer {
  private static final String DRIVER = "org.postgresql.Driver";
  private static final Pattern USER_IN_URL = Pattern.compile("[?&]user=");
  private static final String SECONDS_TO_CONNECT = "10";

  /** States of SQL that are about the rows: broken constraints, and a key that comes twice. */
  private static final Pattern OF_THE_ROWS = Pattern.compile("23.*|21000");

  private final String url;
  private final Properties properties;

  /**
   * @param url such as {@code jdbc:postgresql://host/database}
   * @param environment variables by name
   */
  PostgresServer(String url, Map<String, String> environment) {
    this.url = url;
    this.properties = new Properties();
    properties.setProperty("connectTimeout", SECONDS_TO_CONNECT);
    properties.setProperty("loginTimeout", SECONDS_TO_CONNECT);
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("ApplicationName", "sparkify");
    if (!USER_IN_URL.matcher(url).find()) {
      variable("PGUSER", environment).ifPresent(user -> properties.setProperty("user", user));
    }
    variable("PGPASSWORD", environment)
        .ifPresent(password -> properties.setProperty("password", password));
  }

  private static Optional<String> variable(String name, Map<String, String> environment) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }

  /** Work in the database. */
  @FunctionalInterface
  interface Work<T> {
    T in(Connection connection) throws SQLException;
  }

  /**
   * Does {@code work} in one transaction, which is rolled back if it throws.
   *
   * @param attempt what is tried, for messages, such as {@code "load the staging tables"}
   */
  <T> T transaction(String attempt, Work<T> work) {
    requireDriver();
    try (Connection connection = DriverManager.getConnection(url, properties)) {
      connection.setAutoCommit(false);
      T result = work.in(connection);
      connection.commit();
      return result;
    } catch (SQLException e) {
      throw failure(attempt, e);
    }
  }

  private static void requireDriver() {
    try {
      Class.forName(DRIVER);
    } catch (ClassNotFoundException e) {
      throw new EtlException(
          Kind.CONFIG,
          "The driver of PostgreSQL is not on the class path: there is no class '%s'. With spark-submit, add --packages org.postgresql:postgresql:42.7.13; ./sparkify has it."
              .formatted(DRIVER),
          e);
    }
  }

  private EtlException failure(String attempt, SQLException e) {
    String state = String.valueOf(e.getSQLState());
    String reason = String.valueOf(e.getMessage()).replaceAll("\\s*\\R\\s*", " ").strip();
    return OF_THE_ROWS.matcher(state).matches()
        ? new EtlException(
            Kind.QUALITY,
            "Cannot %s at '%s': %s. Nothing was changed. 'sparkify check' tells whether the lake keeps its promises."
                .formatted(attempt, shownUrl(), reason),
            e)
        : new EtlException(
            Kind.STORAGE,
            "Cannot %s at '%s': %s (SQL state %s). Nothing was changed. %s, then load again."
                .formatted(attempt, shownUrl(), reason, state, advice(state)),
            e);
  }

  private static String advice(String state) {
    if (state.startsWith("28")) {
      return "Give user and password in PGUSER and PGPASSWORD or in ~/.pgpass";
    }
    return state.startsWith("55P03")
        ? "Wait for the other load to end"
        : "Check the URL, the server and the user's rights";
  }

  /** The URL without its parameters. */
  private String shownUrl() {
    return url.replaceFirst("\\?.*", "");
  }
}
