package com.sparkify.etl.runner.config;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the tables are known by name.
 *
 * @param path the folder of an embedded catalog; empty for one in the lake
 * @param database the database of the catalog that holds the tables
 */
public record CatalogSettings(Type type, Optional<String> path, String database) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

  /** Which catalog it is. */
  public enum Type {
    /** None, whatever the session has. */
    NONE,
    /** One of its own in a folder of this machine, which {@code tables create} makes. */
    EMBEDDED,
    /** The Hive metastore, or Glue, of the Spark that runs the job. */
    HIVE
  }

  public CatalogSettings {
    requireNonNull(type, "type");
    path.ifPresent(Checks::requirePath);
    if (!NAME.matcher(database).matches()) {
      throw new IllegalArgumentException(
          "'%s' is no name of a database in lower case".formatted(database));
    }
  }

  /**
   * {@code path}, which is one of this machine.
   *
   * @throws IllegalArgumentException if it has a scheme
   */
  static String requireLocal(String path) {
    if (path.contains("://")) {
      throw new IllegalArgumentException("'%s' is no folder of this machine".formatted(path));
    }
    return path;
  }

  /**
   * {@code text} as the name of a database.
   *
   * @throws IllegalArgumentException if it is none that every catalog takes as it is
   */
  static String requireDatabase(String text) {
    return new CatalogSettings(Type.NONE, Optional.empty(), text).database();
  }
}
