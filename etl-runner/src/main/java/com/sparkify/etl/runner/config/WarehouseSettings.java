package com.sparkify.etl.runner.config;

import static java.util.Objects.requireNonNull;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import java.util.Optional;

/**
 * The database that {@code warehouse load} fills.
 *
 * @param url where it is, without a password; empty if nobody has said so
 * @param schema its schema that holds the star
 */
public record WarehouseSettings(Optional<String> url, String schema) {
  private static final String DRIVER = "jdbc:postgresql:";

  public WarehouseSettings {
    url.ifPresent(WarehouseSettings::requirePostgres);
    requireNonNull(schema, "schema");
  }

  /**
   * {@code text} as the address of a PostgreSQL.
   *
   * @throws IllegalArgumentException if it is none
   */
  static String requirePostgres(String text) {
    if (!text.startsWith(DRIVER)) {
      throw new IllegalArgumentException("'%s' is no address of a PostgreSQL".formatted(text));
    }
    return text;
  }

  /**
   * Where the database is.
   *
   * @throws EtlException of kind CONFIG if nobody has said so
   */
  public String requireUrl() {
    return url.orElseThrow(
        () ->
            new EtlException(
                Kind.CONFIG,
                "which database? Give it with --url or sparkify.warehouse.url, for example --url jdbc:postgresql://localhost/analytics; the user with PGUSER, the password with PGPASSWORD or ~/.pgpass"));
  }
}
