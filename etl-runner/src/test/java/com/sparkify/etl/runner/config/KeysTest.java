package com.sparkify.etl.runner.config;

import static com.sparkify.etl.runner.config.Given.problems;
import static com.sparkify.etl.runner.config.Given.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sparkify.etl.core.source.TextRepair;
import com.sparkify.etl.core.star.Songplays.Match;
import com.sparkify.etl.core.star.Songs;
import com.sparkify.etl.io.lake.iceberg.IcebergCatalog;
import com.sparkify.etl.io.storage.S3Settings;
import com.sparkify.etl.io.storage.S3Settings.Addressing;
import com.sparkify.etl.io.storage.S3Settings.Encryption;
import com.sparkify.etl.io.storage.S3Settings.Payer;
import com.sparkify.etl.runner.config.LakeSettings.Format;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every key: its default, an override, a bad value. */
class KeysTest {

  @Test
  void hasTheseDefaults() {
    Settings defaults = Given.load(Overrides.none());

    assertThat(defaults)
        .isEqualTo(
            new Settings(
                new SourceSettings(
                    new SongsSource("./etl-runner/sample/song_data"),
                    new EventsSource("./etl-runner/sample/log_data", Optional.empty()),
                    Optional.empty()),
                new LakeSettings(
                    "./lake",
                    Format.PARQUET,
                    150_000,
                    new IcebergCatalog(IcebergCatalog.Type.HADOOP, "sparkify", Map.of())),
                new CatalogSettings(CatalogSettings.Type.EMBEDDED, Optional.empty(), "sparkify"),
                new StarSettings(Match.TITLE_ARTIST, TextRepair.DECODED, List.of(Songs.YEAR)),
                new GuardSettings(new Share(BigDecimal.TEN), Optional.empty(), Optional.empty()),
                new VacuumSettings(Duration.ofDays(90)),
                new MaintainSettings(128L << 20, 10, Duration.ofDays(30), Duration.ofDays(3)),
                new WarehouseSettings(Optional.empty(), "sparkify"),
                S3Settings.DEFAULT,
                new SparkSettings(Optional.empty(), Map.of())));
  }

  static Stream<Arguments> overrides() {
    return Stream.of(
        override(
            "sparkify.home=/opt/x",
            s -> s.source().songs().path(),
            "/opt/x/etl-runner/sample/song_data"),
        override(
            "sparkify.home=/opt/x",
            s -> s.source().events().path(),
            "/opt/x/etl-runner/sample/log_data"),
        override(
            "sparkify.source.songs.path=s3a://b/s", s -> s.source().songs().path(), "s3a://b/s"),
        override("sparkify.source.events.path=a b", s -> s.source().events().path(), "a b"),
        override(
            "sparkify.source.events.repair-text=false",
            s -> s.star().textRepair(),
            TextRepair.AS_WRITTEN),
        override(
            "sparkify.source.events.jsonpaths=p.json",
            s -> s.source().events().jsonPaths(),
            Optional.of("p.json")),
        override(
            "sparkify.source.max-rejects=100",
            s -> s.source().maxRejects(),
            Optional.of(new RejectLimit.Count(100))),
        override(
            "sparkify.source.max-rejects=0.5%",
            s -> s.source().maxRejects(), Optional.of(new Share(new BigDecimal("0.5")))),
        override(
            "sparkify.source.max-rejects=null", s -> s.source().maxRejects(), Optional.empty()),
        override("sparkify.lake.path=/data/lake", s -> s.lake().path(), "/data/lake"),
        override("sparkify.lake.format=parquet", s -> s.lake().format(), Format.PARQUET),
        override("sparkify.lake.format=iceberg", s -> s.lake().format(), Format.ICEBERG),
        override("sparkify.lake.small-file-rows=1", s -> s.lake().smallFileRows(), 1),
        override(
            "sparkify.lake.iceberg.catalog=glue",
            s -> s.lake().iceberg().type(),
            IcebergCatalog.Type.GLUE),
        override(
            "sparkify.lake.iceberg.namespace=music_2",
            s -> s.lake().iceberg().namespace(),
            "music_2"),
        override(
            "sparkify.lake.iceberg.properties.uri=http://localhost:8181",
            s -> s.lake().iceberg().properties(),
            Map.of("uri", "http://localhost:8181")),
        override("sparkify.catalog.type=hive", s -> s.catalog().type(), CatalogSettings.Type.HIVE),
        override(
            "sparkify.catalog.path=/data/catalog",
            s -> s.catalog().path(),
            Optional.of("/data/catalog")),
        override("sparkify.catalog.database=music_2", s -> s.catalog().database(), "music_2"),
        override(
            "sparkify.songplays.match=title-artist-duration",
            s -> s.star().match(),
            Match.TITLE_ARTIST_DURATION),
        override(
            "sparkify.songs.partition-by=[year, artist_id]",
            s -> s.star().songsPartitionedBy(),
            List.of(Songs.YEAR, Songs.ARTIST_ID)),
        override(
            "sparkify.guard.max-shrink=2.5%",
            s -> s.guard().maxShrink(), new Share(new BigDecimal("2.5"))),
        override(
            "sparkify.guard.min-match-rate=5%",
            s -> s.guard().minMatchRate(), Optional.of(new Share(BigDecimal.valueOf(5)))),
        override(
            "sparkify.guard.max-age=2 days",
            s -> s.guard().maxAge(),
            Optional.of(Duration.ofDays(2))),
        override(
            "sparkify.vacuum.keep-reports=42 days",
            s -> s.vacuum().keepReports(),
            Duration.ofDays(42)),
        override("sparkify.maintain.file-size=1 MiB", s -> s.maintain().fileBytes(), 1L << 20),
        override("sparkify.maintain.keep-versions=3", s -> s.maintain().keepVersions(), 3),
        override(
            "sparkify.maintain.keep-for=1 hour", s -> s.maintain().keepFor(), Duration.ofHours(1)),
        override(
            "sparkify.maintain.orphans-after=24 hours",
            s -> s.maintain().orphansAfter(),
            Duration.ofDays(1)),
        override(
            "sparkify.warehouse.url=jdbc:postgresql://db/x?user=etl",
            s -> s.warehouse().url(),
            Optional.of("jdbc:postgresql://db/x?user=etl")),
        override("sparkify.warehouse.schema=star", s -> s.warehouse().schema(), "star"),
        override(
            "sparkify.s3.endpoint=http://localhost:4566",
            s -> s.s3().endpoint(),
            Optional.of(URI.create("http://localhost:4566"))),
        override("sparkify.s3.region=eu-west-1", s -> s.s3().region(), Optional.of("eu-west-1")),
        override("sparkify.s3.path-style=true", s -> s.s3().addressing(), Addressing.PATH),
        override("sparkify.s3.encryption=sse-s3", s -> s.s3().encryption(), Encryption.SSE_S3),
        override("sparkify.s3.kms-key=null", s -> s.s3().kmsKey(), Optional.empty()),
        override("sparkify.s3.requester-pays=true", s -> s.s3().payer(), Payer.REQUESTER),
        override(
            "sparkify.spark.master=local[2]", s -> s.spark().master(), Optional.of("local[2]")),
        override(
            "sparkify.spark.conf.spark.sql.shuffle.partitions=8",
            s -> s.spark().conf(),
            Map.of("spark.sql.shuffle.partitions", "8")));
  }

  private static Arguments override(
      String assignment, Function<Settings, Object> setting, Object expected) {
    return arguments(assignment, setting, expected);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("overrides")
  void takesWhatIsSet(String assignment, Function<Settings, Object> setting, Object expected) {
    assertThat(setting.apply(Given.load(set(assignment)))).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "sparkify.home | ' ' | expected a folder, for example sparkify.home = \".\"",
        "sparkify.source.songs.path | '' | expected a path",
        "sparkify.source.songs.path | null | expected a path",
        "sparkify.source.events.path | [a] | expected a path",
        "sparkify.source.events.repair-text | yes | expected true or false",
        "sparkify.source.events.jsonpaths | '' | expected the path of a JSONPaths file, or null",
        "sparkify.source.max-rejects | -1 | expected a count of lines, a share of them up to 100%",
        "sparkify.source.max-rejects | 101% | for example sparkify.source.max-rejects = 1%",
        "sparkify.source.max-rejects | some | expected a count of lines",
        "sparkify.lake.path | '  ' | expected a path, for example sparkify.lake.path",
        "sparkify.lake.format | orc | expected parquet or iceberg, for example",
        "sparkify.lake.format | PARQUET | expected parquet or iceberg, for example",
        "sparkify.lake.small-file-rows | 0 | expected a whole number from 1, for example",
        "sparkify.lake.iceberg.catalog | nessie | expected hadoop, jdbc, glue, rest or hive",
        "sparkify.lake.iceberg.namespace | a.b | expected a name of lower-case letters, digits and _",
        "sparkify.lake.iceberg.properties.x | [1] | expected text, a number, true or false",
        "sparkify.lake.iceberg.properties.type | jdbc | set sparkify.lake.iceberg.catalog instead",
        "sparkify.catalog.type | glue | expected embedded, hive or none, for example",
        "sparkify.catalog.path | '' | expected a folder of this machine, or null, for example",
        "sparkify.catalog.path | s3a://b/c | expected a folder of this machine, or null, for example",
        "sparkify.catalog.database | My Music | expected a name of lower-case letters, digits and _",
        "sparkify.catalog.database | null | for example sparkify.catalog.database = sparkify",
        "sparkify.songplays.match | title | expected title-artist or title-artist-duration",
        "sparkify.songs.partition-by | year | expected [year] or [year, artist_id]",
        "sparkify.songs.partition-by | [] | expected [year] or [year, artist_id]",
        "sparkify.songs.partition-by | [artist_id] | expected [year] or [year, artist_id]",
        "sparkify.songs.partition-by | [year, [x]] | expected [year] or [year, artist_id]",
        "sparkify.guard.max-shrink | 10 | expected a share up to 100%, for example",
        "sparkify.guard.max-shrink | 101% | sparkify.guard.max-shrink = 10%",
        "sparkify.guard.max-shrink | null | expected a share up to 100%",
        "sparkify.guard.min-match-rate | 0.5 | expected a share up to 100%, or null",
        "sparkify.guard.max-age | 2 | expected a time with its unit, or null",
        "sparkify.guard.max-age | -2 days | for example sparkify.guard.max-age = 2 days",
        "sparkify.guard.max-age | 0 days | expected a time with its unit, or null",
        "sparkify.guard.max-age | 2 moons | expected a time with its unit, or null",
        "sparkify.vacuum.keep-reports | null | expected a time with its unit, for example",
        "sparkify.vacuum.keep-reports | 90 | sparkify.vacuum.keep-reports = 90 days",
        "sparkify.maintain.file-size | 128 | expected a size with its unit, for example",
        "sparkify.maintain.file-size | 0 MiB | sparkify.maintain.file-size = 128 MiB",
        "sparkify.maintain.file-size | 1 stone | expected a size with its unit",
        "sparkify.maintain.keep-versions | 0 | expected a count from 1, for example",
        "sparkify.maintain.keep-versions | few | sparkify.maintain.keep-versions = 10",
        "sparkify.maintain.keep-for | 30 | expected a time with its unit, for example",
        "sparkify.maintain.orphans-after | 23 hours | expected a time from 1 day, for example",
        "sparkify.warehouse.url | jdbc:mysql://db/x | expected the address of a PostgreSQL, or null",
        "sparkify.warehouse.schema | Star | expected a name of lower-case letters, digits and _",
        "sparkify.s3.endpoint | localhost:4566 | expected the address of a server, or null",
        "sparkify.s3.endpoint | ftp://x | = \"http://localhost:4566\"",
        "sparkify.s3.region | '' | expected a region, or null, for example sparkify.s3.region",
        "sparkify.s3.path-style | yes | expected true or false",
        "sparkify.s3.encryption | AES256 | expected bucket-default, sse-s3 or sse-kms",
        "sparkify.s3.kms-key | alias/x | a key is for sparkify.s3.encryption = sse-kms only",
        "sparkify.s3.requester-pays | 1 | expected true or false",
        "sparkify.spark.master | '' | expected a Spark master, or null",
        "sparkify.spark.conf.spark.x | [1] | expected text, a number, true or false",
        "sparkify.spark.conf.fs.s3a.endpoint | x | \"spark.hadoop.fs.s3a.endpoint\"",
        "sparkify.spark.conf.spark.master | yarn | set sparkify.spark.master instead",
        "sparkify.spark.conf.spark.sql.session.timeZone | CET | it is always UTC"
      })
  void refusesABadValue(String key, String value, String expected) {
    assertThat(problems(set(key + "=" + value)))
        .startsWith("The configuration has a problem:\n  --set: " + key + " = '")
        .contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://etl:hush@db/x",
        "jdbc:postgresql://db/x?ssl=true&password=hush",
        "jdbc:postgresql://db/x?sslpassword=hush"
      })
  void neitherTakesNorShowsThePasswordOfADatabase(String url) {
    assertThat(problems(set("sparkify.warehouse.url=" + url)))
        .contains("sparkify.warehouse.url: a credential is never a setting", "PGPASSWORD")
        .doesNotContain("hush");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc.password=hush",
        "credential=id:hush",
        "token=hush",
        "s3.access-key-id=hush",
        "s3.secret-access-key=hush",
        "uri=jdbc:postgresql://etl:hush@db/catalog"
      })
  void neitherTakesNorShowsTheCredentialsOfIcebergsCatalog(String property) {
    assertThat(problems(set("sparkify.lake.iceberg.properties." + property)))
        .contains("a credential is never a setting")
        .doesNotContain("hush");
  }

  @Test
  void takesAKeyForKms() {
    Settings settings =
        Given.load(set("sparkify.s3.encryption=sse-kms", "sparkify.s3.kms-key=alias/sparkify"));

    assertThat(settings.s3().kmsKey()).contains("alias/sparkify");
  }

  @Test
  void testsEveryKeyOverridden() {
    List<String> tested =
        overrides().map(test -> test.get()[0].toString().replaceFirst("=.*", "")).toList();

    assertThat(Keys.ALL).extracting(Key::name).allMatch(tested::contains);
  }
}
