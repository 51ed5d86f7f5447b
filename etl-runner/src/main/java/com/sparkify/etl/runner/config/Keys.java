package com.sparkify.etl.runner.config;

import static com.sparkify.etl.runner.config.Written.nullable;
import static com.sparkify.etl.runner.config.Written.path;
import static com.sparkify.etl.runner.config.Written.text;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every setting there is. Their defaults and meanings are in {@code reference.conf}. */
final class Keys {
  static final Key<String> HOME =
      new Key<>("sparkify.home", "a folder", "\".\"", value -> path(value));

  static final Key<Optional<String>> WAREHOUSE_URL =
      new Key<>(
          "sparkify.warehouse.url",
          "the address of a PostgreSQL, or null",
          "\"jdbc:postgresql://localhost/analytics\"",
          nullable(value -> WarehouseSettings.requirePostgres(text(value))));

  static final Key<String> WAREHOUSE_SCHEMA =
      new Key<>(
          "sparkify.warehouse.schema",
          "a name of lower-case letters, digits and _",
          "star",
          value -> CatalogSettings.requireDatabase(text(value)));

  static final Key<Optional<String>> SPARK_MASTER =
      new Key<>(
          "sparkify.spark.master",
          "a Spark master, or null",
          "\"local[2]\"",
          nullable(Written::path));

  static final List<Key<?>> ALL =
      Stream.of(
              List.of(HOME),
              SourceKeys.ALL,
              LakeKeys.ALL,
              StarKeys.ALL,
              UpkeepKeys.ALL,
              List.of(WAREHOUSE_URL, WAREHOUSE_SCHEMA),
              S3Keys.ALL,
              List.of(SPARK_MASTER))
          .<Key<?>>flatMap(List::stream)
          .toList();

  private Keys() {}

  /** What may be set, by name. */
  static List<String> names() {
    return Stream.concat(ALL.stream().map(Key::name), PassedOn.ALL.stream().map(PassedOn::group))
        .toList();
  }

  /** Whether {@code name} is a setting of its own. */
  static boolean isKey(String name) {
    return ALL.stream().anyMatch(key -> key.name().equals(name));
  }

  /** Whether settings are named {@code name.something}. */
  static boolean isGroup(String name) {
    return names().stream().anyMatch(known -> known.startsWith(name + "."))
        || PassedOn.ALL.stream().anyMatch(passed -> passed.group().equals(name));
  }
}
