package com.sparkify.etl.io.lake.iceberg;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where Iceberg keeps which metadata of a table is the newest.
 *
 * @param namespace the namespace (database, schema) that holds the lake's tables and no others;
 *     dots divide its levels
 * @param properties what Iceberg is told beside the type and the warehouse, such as {@code uri}
 */
public record IcebergCatalog(Type type, String namespace, Map<String, String> properties) {

  /** The kinds of catalogs, by the names that Iceberg has for them. */
  public enum Type {
    /** Files beside the tables: no service, but a weak guard against two writers. */
    HADOOP,
    /** A database that JDBC reaches. */
    JDBC,
    /** A Hive metastore. */
    HIVE,
    /** A service that speaks Iceberg's REST protocol. */
    REST,
    /** The AWS Glue data catalog. */
    GLUE;

    String inIceberg() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public IcebergCatalog {
    properties = Map.copyOf(properties);
  }

  /** What Iceberg is told: {@code properties}, the type, and the lake's root as the warehouse. */
  Map<String, String> propertiesAt(String root) {
    Map<String, String> all = new TreeMap<>(properties);
    all.put("type", type.inIceberg());
    all.putIfAbsent("warehouse", root);
    return all;
  }
}
