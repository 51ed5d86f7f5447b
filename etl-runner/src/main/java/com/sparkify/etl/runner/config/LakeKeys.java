package com.sparkify.etl.runner.config;

import static com.sparkify.etl.runner.config.Written.count;
import static com.sparkify.etl.runner.config.Written.nullable;
import static com.sparkify.etl.runner.config.Written.path;
import static com.sparkify.etl.runner.config.Written.text;
import static com.sparkify.etl.runner.config.Written.word;

import com.sparkify.etl.io.lake.iceberg.IcebergCatalog;
import com.sparkify.etl.runner.config.LakeSettings.Format;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings of where the tables are, and how engines find them by name. */
final class LakeKeys {
  static final Key<String> PATH =
      new Key<>("sparkify.lake.path", "a path", "\"s3a://bucket/lake\"", value -> path(value));

  static final Key<Format> FORMAT =
      new Key<>(
          "sparkify.lake.format",
          "parquet or iceberg",
          "parquet",
          value -> word(value, Map.of("parquet", Format.PARQUET, "iceberg", Format.ICEBERG)));

  static final Key<Integer> SMALL_FILE_ROWS =
      new Key<>(
          "sparkify.lake.small-file-rows",
          "a whole number from 1",
          "150000",
          value -> count(value));

  static final Key<IcebergCatalog.Type> ICEBERG_CATALOG =
      new Key<>(
          "sparkify.lake.iceberg.catalog",
          "hadoop, jdbc, glue, rest or hive",
          "glue",
          value ->
              word(
                  value,
                  Map.of(
                      "hadoop", IcebergCatalog.Type.HADOOP,
                      "jdbc", IcebergCatalog.Type.JDBC,
                      "glue", IcebergCatalog.Type.GLUE,
                      "rest", IcebergCatalog.Type.REST,
                      "hive", IcebergCatalog.Type.HIVE)));

  static final Key<String> ICEBERG_NAMESPACE =
      new Key<>(
          "sparkify.lake.iceberg.namespace",
          "a name of lower-case letters, digits and _",
          "sparkify",
          value -> CatalogSettings.requireDatabase(text(value)));

  static final Key<CatalogSettings.Type> CATALOG_TYPE =
      new Key<>(
          "sparkify.catalog.type",
          "embedded, hive or none",
          "hive",
          value ->
              word(
                  value,
                  Map.of(
                      "embedded", CatalogSettings.Type.EMBEDDED,
                      "hive", CatalogSettings.Type.HIVE,
                      "none", CatalogSettings.Type.NONE)));

  static final Key<Optional<String>> CATALOG_PATH =
      new Key<>(
          "sparkify.catalog.path",
          "a folder of this machine, or null",
          "\"/var/lib/sparkify/catalog\"",
          nullable(value -> CatalogSettings.requireLocal(path(value))));

  static final Key<String> CATALOG_DATABASE =
      new Key<>(
          "sparkify.catalog.database",
          "a name of lower-case letters, digits and _",
          "sparkify",
          value -> CatalogSettings.requireDatabase(text(value)));

  static final List<Key<?>> ALL =
      List.of(
          PATH,
          FORMAT,
          SMALL_FILE_ROWS,
          ICEBERG_CATALOG,
          ICEBERG_NAMESPACE,
          CATALOG_TYPE,
          CATALOG_PATH,
          CATALOG_DATABASE);

  private LakeKeys() {}
}
