package com.sparkify.etl.io.warehouse;

import java.util.Map;

/** The databases that can be loaded. */
public final class Warehouses {
  private Warehouses() {}

  /**
   * The star in {@code schema} of a PostgreSQL, with its staging tables in {@code
   * <schema>_staging}. Nothing is opened before something is loaded.
   *
   * @param url such as {@code jdbc:postgresql://host/database}, without a password
   * @param environment variables by name, of which PGUSER and PGPASSWORD are taken
   */
  public static Warehouse postgres(String url, String schema, Map<String, String> environment) {
    return new PostgresWarehouse(new PostgresServer(url, environment), schema);
  }
}
