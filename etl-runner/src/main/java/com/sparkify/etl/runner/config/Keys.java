package com.sparkify.etl.runner.config;

import static com.sparkify.etl.runner.config.Written.list;
import static com.sparkify.etl.runner.config.Written.nullable;
import static com.sparkify.etl.runner.config.Written.path;
import static com.sparkify.etl.runner.config.Written.text;
import static com.sparkify.etl.runner.config.Written.word;

import com.sparkify.etl.core.source.TextRepair;
import com.sparkify.etl.core.star.Songplays.Match;
import com.sparkify.etl.core.star.Songs;
import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.io.lake.iceberg.IcebergCatalog;
import com.sparkify.etl.io.storage.S3Settings;
import com.sparkify.etl.io.storage.S3Settings.Addressing;
import com.sparkify.etl.io.storage.S3Settings.Encryption;
import com.sparkify.etl.io.storage.S3Settings.Payer;
import com.sparkify.etl.runner.config.LakeSettings.Format;
import com.typesafe.config.ConfigValue;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every setting there is. Their defaults and meanings are in {@code reference.conf}. */
final class Keys {
  static final Key<String> HOME =
      new Key<>("sparkify.home", "a folder", "\".\"", value -> path(value));

  static final Key<String> SONGS_PATH =
      new Key<>(
          "sparkify.source.songs.path",
          "a path",
          "\"s3a://bucket/song_data\"",
          value -> path(value));

  static final Key<String> EVENTS_PATH =
      new Key<>(
          "sparkify.source.events.path",
          "a path",
          "\"s3a://bucket/log_data\"",
          value -> path(value));

  static final Key<TextRepair> REPAIR_TEXT =
      new Key<>(
          "sparkify.source.events.repair-text",
          "true or false",
          "true",
          value -> word(value, Map.of("true", TextRepair.DECODED, "false", TextRepair.AS_WRITTEN)));

  static final Key<Optional<String>> JSONPATHS =
      new Key<>(
          "sparkify.source.events.jsonpaths",
          "the path of a JSONPaths file, or null",
          "\"s3a://bucket/log_json_path.json\"",
          nullable(Written::path));

  static final Key<Optional<RejectLimit>> MAX_REJECTS =
      new Key<>(
          "sparkify.source.max-rejects",
          "a count of lines, a share of them up to 100%, or null",
          "1%",
          nullable(value -> RejectLimit.parse(text(value))));

  static final Key<String> LAKE_PATH =
      new Key<>("sparkify.lake.path", "a path", "\"s3a://bucket/lake\"", value -> path(value));

  static final Key<Format> LAKE_FORMAT =
      new Key<>(
          "sparkify.lake.format",
          "parquet or iceberg",
          "parquet",
          value -> word(value, Map.of("parquet", Format.PARQUET, "iceberg", Format.ICEBERG)));

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

  static final Key<Match> MATCH =
      new Key<>(
          "sparkify.songplays.match",
          "title-artist or title-artist-duration",
          "title-artist",
          value ->
              word(
                  value,
                  Map.of(
                      "title-artist", Match.TITLE_ARTIST,
                      "title-artist-duration", Match.TITLE_ARTIST_DURATION)));

  static final Key<Share> MAX_SHRINK =
      new Key<>(
          "sparkify.guard.max-shrink",
          "a share up to 100%",
          "10%",
          value -> Share.parse(text(value)));

  static final Key<Optional<Share>> MIN_MATCH_RATE =
      new Key<>(
          "sparkify.guard.min-match-rate",
          "a share up to 100%, or null",
          "5%",
          nullable(value -> Share.parse(text(value))));

  static final Key<Optional<Duration>> MAX_AGE =
      new Key<>(
          "sparkify.guard.max-age",
          "a time with its unit, or null",
          "2 days",
          nullable(Written::duration));

  static final Key<Duration> KEEP_REPORTS =
      new Key<>(
          "sparkify.vacuum.keep-reports", "a time with its unit", "90 days", Written::duration);

  static final Key<Long> MAINTAIN_FILE_SIZE =
      new Key<>("sparkify.maintain.file-size", "a size with its unit", "128 MiB", Written::bytes);

  static final Key<Integer> MAINTAIN_KEEP_VERSIONS =
      new Key<>("sparkify.maintain.keep-versions", "a count from 1", "10", Written::count);

  static final Key<Duration> MAINTAIN_KEEP_FOR =
      new Key<>("sparkify.maintain.keep-for", "a time with its unit", "30 days", Written::duration);

  static final Key<Duration> MAINTAIN_ORPHANS_AFTER =
      new Key<>(
          "sparkify.maintain.orphans-after",
          "a time from 1 day",
          "3 days",
          value -> MaintainSettings.requireSafe(Written.duration(value)));

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

  static final Key<List<Field>> SONGS_PARTITION_BY =
      new Key<>(
          "sparkify.songs.partition-by",
          "[year] or [year, artist_id]",
          "[year]",
          Keys::songsPartitions);

  static final Key<Optional<URI>> S3_ENDPOINT =
      new Key<>(
          "sparkify.s3.endpoint",
          "the address of a server, or null",
          "\"http://localhost:4566\"",
          nullable(value -> S3Settings.requireServer(URI.create(text(value)))));

  static final Key<Optional<String>> S3_REGION =
      new Key<>("sparkify.s3.region", "a region, or null", "eu-west-1", nullable(Written::path));

  static final Key<Addressing> S3_PATH_STYLE =
      new Key<>(
          "sparkify.s3.path-style",
          "true or false",
          "true",
          value -> word(value, Map.of("true", Addressing.PATH, "false", Addressing.VIRTUAL_HOST)));

  static final Key<Encryption> S3_ENCRYPTION =
      new Key<>(
          "sparkify.s3.encryption",
          "bucket-default, sse-s3 or sse-kms",
          "sse-s3",
          value ->
              word(
                  value,
                  Map.of(
                      "bucket-default", Encryption.BUCKET_DEFAULT,
                      "sse-s3", Encryption.SSE_S3,
                      "sse-kms", Encryption.SSE_KMS)));

  static final Key<Optional<String>> S3_KMS_KEY =
      new Key<>(
          "sparkify.s3.kms-key",
          "the id or ARN of a key, or null",
          "\"alias/sparkify\"",
          nullable(Written::path));

  static final Key<Payer> S3_REQUESTER_PAYS =
      new Key<>(
          "sparkify.s3.requester-pays",
          "true or false",
          "false",
          value -> word(value, Map.of("true", Payer.REQUESTER, "false", Payer.OWNER)));

  static final Key<Optional<String>> SPARK_MASTER =
      new Key<>(
          "sparkify.spark.master",
          "a Spark master, or null",
          "\"local[2]\"",
          nullable(Written::path));

  static final List<Key<?>> ALL =
      List.of(
          HOME,
          SONGS_PATH,
          EVENTS_PATH,
          REPAIR_TEXT,
          JSONPATHS,
          MAX_REJECTS,
          LAKE_PATH,
          LAKE_FORMAT,
          ICEBERG_CATALOG,
          ICEBERG_NAMESPACE,
          CATALOG_TYPE,
          CATALOG_PATH,
          CATALOG_DATABASE,
          MATCH,
          SONGS_PARTITION_BY,
          MAX_SHRINK,
          MIN_MATCH_RATE,
          MAX_AGE,
          KEEP_REPORTS,
          MAINTAIN_FILE_SIZE,
          MAINTAIN_KEEP_VERSIONS,
          MAINTAIN_KEEP_FOR,
          MAINTAIN_ORPHANS_AFTER,
          WAREHOUSE_URL,
          WAREHOUSE_SCHEMA,
          S3_ENDPOINT,
          S3_REGION,
          S3_PATH_STYLE,
          S3_ENCRYPTION,
          S3_KMS_KEY,
          S3_REQUESTER_PAYS,
          SPARK_MASTER);

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

  private static List<Field> songsPartitions(ConfigValue value) {
    List<String> names = list(value);
    List<Field> outermostFirst = List.of(Songs.YEAR, Songs.ARTIST_ID);
    if (names.isEmpty() || names.size() > outermostFirst.size()) {
      throw new IllegalArgumentException("%d fields".formatted(names.size()));
    }
    List<Field> fields = outermostFirst.subList(0, names.size());
    if (!fields.stream().map(Field::name).toList().equals(names)) {
      throw new IllegalArgumentException("fields %s".formatted(names));
    }
    return fields;
  }
}
