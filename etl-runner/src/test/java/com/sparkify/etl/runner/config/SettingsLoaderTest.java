package com.sparkify.etl.runner.config;

import static com.sparkify.etl.runner.config.Given.file;
import static com.sparkify.etl.runner.config.Given.problems;
import static com.sparkify.etl.runner.config.Given.set;
import static com.sparkify.etl.runner.config.Given.written;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsLoaderTest {
  private final Path folder;

  SettingsLoaderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void letsTheLaterLayerWin() throws IOException {
    Path file =
        written(folder, "sparkify.lake.path = of-file", "sparkify.source.songs.path = of-file");
    Overrides overrides =
        new Overrides(
            Optional.of(file.toString()),
            Optional.of("of-option"),
            Optional.empty(),
            Optional.of("of-option"),
            List.of("sparkify.lake.path=first", "sparkify.lake.path=last"));

    Settings settings = Given.load(overrides);

    assertThat(settings.lake().path()).isEqualTo("last");
    assertThat(settings.source().songs().path()).isEqualTo("of-option");
    assertThat(settings.source().events().path()).isEqualTo("./etl-runner/sample/log_data");
  }

  @Test
  void takesTheHomeThatTheLauncherGives() {
    System.setProperty("sparkify.home", "/opt/sparkify");
    try {
      Settings settings = Given.load(Overrides.none());

      assertThat(settings.source().songs().path())
          .isEqualTo("/opt/sparkify/etl-runner/sample/song_data");
    } finally {
      System.clearProperty("sparkify.home");
    }
  }

  @Test
  void tellsAllProblemsAtOnce() throws IOException {
    Path file =
        written(
            folder,
            "sparkify {",
            "  lake.format = orc",
            "  lake.pth = x",
            "  source.max-rejects = many",
            "  source.songs.path = 7",
            "}");

    assertThat(problems(file(file, "sparkify.songplays.match=title", "nonsense")))
        .isEqualTo(
            """
            The configuration has 6 problems:
              %1$s:3: sparkify.lake.pth = 'x': there is no such setting; did you mean sparkify.lake.path?
              --set: 'nonsense' sets nothing; expected KEY=VALUE, for example sparkify.songplays.match=title-artist
              %1$s:5: sparkify.source.songs.path = '7': expected a path, for example sparkify.source.songs.path = "s3a://bucket/song_data"
              %1$s:4: sparkify.source.max-rejects = 'many': expected a count of lines, a share of them up to 100%%, or null, for example sparkify.source.max-rejects = 1%%
              %1$s:2: sparkify.lake.format = 'orc': expected parquet or iceberg, for example sparkify.lake.format = parquet
              --set: sparkify.songplays.match = 'title': expected title-artist or title-artist-duration, for example sparkify.songplays.match = title-artist"""
                .formatted(file));
  }

  @ParameterizedTest
  @CsvSource({
    "sparkify.lake.pth, sparkify.lake.path",
    "sparkify.sources.songs.path, sparkify.source.songs.path",
    "lake.path, sparkify.lake.path",
    "sparkify.songplay.match, sparkify.songplays.match",
    "sparkify.source.maxrejects, sparkify.source.max-rejects",
    "sparkify.spark.config, sparkify.spark.conf"
  })
  void suggestsTheNearestKey(String typed, String meant) throws IOException {
    String expected =
        "%s = 'x': there is no such setting; did you mean %s?".formatted(typed, meant);

    assertThat(problems(set(typed + "=x"))).contains(": " + expected);
    assertThat(problems(file(written(folder, typed + " = x")))).contains(":1: " + expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"colour=red", "a=b"})
  void suggestsNothingForAKeyThatIsLikeNoOther(String assignment) {
    assertThat(problems(set(assignment))).contains("README.md lists the settings");
  }

  @Test
  void refusesAKeyInQuotes() throws IOException {
    assertThat(problems(file(written(folder, "\"sparkify.lake.path\" = x"))))
        .contains("did you mean sparkify.lake.path?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sparkify.lake = x", "sparkify = 1", "sparkify.source = null"})
  void refusesAValueInPlaceOfAGroup(String line) throws IOException {
    assertThat(problems(file(written(folder, line))))
        .contains("The configuration has a problem:")
        .contains(":1: ")
        .contains("expected a group of settings");
  }

  @Test
  void refusesAGroupInPlaceOfAValue() throws IOException {
    assertThat(problems(file(written(folder, "sparkify.lake.path { root = x }"))))
        .contains("sparkify.lake.path.root = 'x': there is no such setting");
  }

  @Test
  void namesTheLineThatIsNoHocon() throws IOException {
    assertThat(problems(file(written(folder, "sparkify {", "  lake.path = \"x", "}"))))
        .contains("my.conf:2: this is not HOCON:");
  }

  @Test
  void tellsOtherProblemsBesideAFileThatIsNoHocon() throws IOException {
    assertThat(problems(file(written(folder, "sparkify {"), "sparkify.lake.path=")))
        .contains("this is not HOCON")
        .contains("sparkify.lake.path = ''");
  }

  @Test
  void looksUpSubstitutions() throws IOException {
    Path file = written(folder, "sparkify.lake.path = ${sparkify.home}/there");

    assertThat(Given.load(file(file, "sparkify.home=/opt")).lake().path()).isEqualTo("/opt/there");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sparkify.lake.path = ${sparkify.nowhere}",
        "sparkify.lake = ${sparkify.nowhere}",
        "sparkify.lake.path = ${sparkify.nowhere}/x",
        "sparkify.spark.conf.spark.x = ${sparkify.nowhere}"
      })
  void refusesASubstitutionThatLeadsNowhere(String line) throws IOException {
    assertThat(problems(file(written(folder, "", line), "sparkify.songplays.match=x")))
        .contains("my.conf:2: sparkify.")
        .contains("${sparkify.nowhere}")
        .contains("does not exist")
        .contains("--set: sparkify.songplays.match = 'x'");
  }

  @Test
  void takesSparkSettingsQuotedOrNested() throws IOException {
    Path file =
        written(
            folder,
            "sparkify.spark.conf {",
            "  \"spark.sql.shuffle.partitions\" = 64",
            "  spark { ui.enabled = true, sql.ansi.enabled = false }",
            "  \"spark.a\" = x, \"spark.b\" = y",
            "}");

    Settings settings =
        Given.load(file(file, "sparkify.spark.conf.spark.a=z", "sparkify.spark.conf.spark.b=null"));

    assertThat(settings.spark().conf())
        .isEqualTo(
            Map.of(
                "spark.sql.shuffle.partitions", "64",
                "spark.ui.enabled", "true",
                "spark.sql.ansi.enabled", "false",
                "spark.a", "z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sparkify.spark.conf.spark.hadoop.fs.s3a.access.key",
        "sparkify.spark.conf.spark.hadoop.fs.s3a.secret.key",
        "sparkify.spark.conf.spark.hadoop.fs.s3a.session.token",
        "sparkify.spark.conf.spark.ssl.keyPassword",
        "sparkify.spark.conf.spark.hadoop.fs.azure.account.key.x",
        "sparkify.lake.secret",
        "sparkify.lake.access-key",
        "fs.s3a.access.key",
        "password",
        "sparkify.warehouse.password"
      })
  void refusesACredentialWithoutShowingIt(String key) throws IOException {
    String problem = key + ": a credential is never a setting";

    assertThat(problems(set(key + "=hunter2"))).contains(problem).doesNotContain("hunter2");
    assertThat(problems(file(written(folder, key + " = hunter2"))))
        .contains(":1: " + problem)
        .doesNotContain("hunter2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sparkify.lake.path = \"s3a://me:hunter2@bucket/lake\"",
        "sparkify.lake.path { secret = hunter2 }",
        "sparkify.songs.partition-by = [{ password = hunter2 }]",
        "sparkify.spark.conf { \"spark.x\" = \"s3a://me:hunter2@bucket/\" }",
        "sparkify.spark.conf { spark.secret = [hunter2] }",
        "password = \"hunter2",
        "password = }hunter2",
        "include hunter2.password",
      })
  void showsNoCredentialInAnyOtherProblem(String line) throws IOException {
    assertThat(problems(file(written(folder, line)))).doesNotContain("hunter2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spark.hadoop.fs.s3a.aws.credentials.provider",
        "spark.hadoop.fs.s3a.connection.maximum",
        "spark.hadoop.fs.s3a.server-side-encryption-algorithm"
      })
  void takesSettingsThatOnlySoundLikeACredential(String name) {
    assertThat(Given.load(set("sparkify.spark.conf." + name + "=x")).spark().conf())
        .containsEntry(name, "x");
  }
}
