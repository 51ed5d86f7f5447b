package com.sparkify.etl.runner.config;

import static com.sparkify.etl.runner.config.Given.location;
import static com.sparkify.etl.runner.config.Given.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigFileTest {
  private final Path folder;

  ConfigFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** The two ways to a file. */
  enum Way {
    LOCAL,
    HADOOP;

    String to(Path file) {
      return this == LOCAL ? file.toString() : "file:" + file;
    }
  }

  @ParameterizedTest
  @EnumSource
  void readsAFile(Way way) throws IOException {
    Path file = written("my.conf", "sparkify.lake.path = élan");

    assertThat(Given.load(location(way.to(file))).lake().path()).isEqualTo("élan");
  }

  @ParameterizedTest
  @EnumSource
  void refusesAFileThatDoesNotExist(Way way) {
    String file = way.to(folder.resolve("none.conf"));

    assertThat(problems(location(file)))
        .endsWith(
            "--config: '%s' cannot be read (no such file); expected a readable file, for example conf/local.conf"
                .formatted(file));
  }

  @ParameterizedTest
  @EnumSource
  void refusesAFolder(Way way) {
    assertThat(problems(location(way.to(folder)))).contains("cannot be read (it is no file)");
  }

  @ParameterizedTest
  @EnumSource
  void namesTheLineThatIsWrong(Way way) throws IOException {
    String file = way.to(written("my.conf", "", "sparkify.lake.pth = x"));

    assertThat(problems(location(file))).contains(file + ":2: sparkify.lake.pth = 'x'");
  }

  @ParameterizedTest
  @EnumSource
  void tellsWhatIsWrongInTheFileAndInTheOptionsAtOnce(Way way) throws IOException {
    String file = way.to(written("my.conf", "sparkify {"));

    assertThat(problems(location(file, "sparkify.lake.format=csv")))
        .contains("this is not HOCON")
        .contains("sparkify.lake.format = 'csv'");
  }

  @Test
  void refusesASchemeThatHadoopDoesNotKnow() {
    assertThat(problems(location("nowhere://bucket/my.conf")))
        .contains("--config: 'nowhere://bucket/my.conf' cannot be read")
        .contains("No FileSystem for scheme \"nowhere\"");
  }

  @Test
  void saysWhichClassOfASchemeIsMissing() {
    assertThatThrownBy(
            () ->
                SettingsLoader.load(
                    location("faulty://bucket/my.conf"),
                    settings -> hadoop("com.sparkify.etl.Absent")))
        .hasMessageContaining("'faulty://bucket/my.conf' cannot be read")
        .hasMessageContaining("com.sparkify.etl.Absent not found");
  }

  @Test
  void blamesTheStorageForAFileThatItDoesNotGive() {
    assertThatThrownBy(
            () ->
                SettingsLoader.load(
                    location("faulty://bucket/my.conf"),
                    settings -> hadoop(Denying.class.getName())))
        .isInstanceOfSatisfying(
            EtlException.class, failure -> assertThat(failure.kind()).isEqualTo(Kind.STORAGE))
        .hasMessage(
            "Could not read the configuration 'faulty://bucket/my.conf' (--config): access is denied."
                + " Check the role or profile, and what it may do there.");
  }

  @Test
  void readsTheFileWithWhatTheOptionsSayOfHadoop() throws IOException {
    Path file = written("my.conf", "sparkify.lake.path = x");
    String[] asked = new String[1];

    SettingsLoader.load(
        location("file:" + file, "sparkify.spark.conf.spark.hadoop.fs.s3a.x=y"),
        settings -> {
          asked[0] = settings.spark().conf().get("spark.hadoop.fs.s3a.x");
          return new Configuration();
        });

    assertThat(asked).containsExactly("y");
  }

  @Test
  void asksHadoopForNothingIfTheFileIsLocal() throws IOException {
    Path file = written("my.conf", "sparkify.lake.path = x");

    Settings settings =
        SettingsLoader.load(
            location(file.toString()),
            asked -> {
              throw new AssertionError("asked");
            });

    assertThat(settings.lake().path()).isEqualTo("x");
  }

  @ParameterizedTest
  @EnumSource
  void includesFilesBesideIt(Way way) throws IOException {
    Files.createDirectory(folder.resolve("more"));
    written("more/further.conf", "sparkify.songplays.match = title-artist-duration");
    written("more/common.conf", "include file(\"further.conf\")", "sparkify.lake.path = common");
    Path file =
        written(
            "my.conf",
            "include \"more/common.conf\"",
            "sparkify.spark.conf { include required(\"spark.properties\") }",
            "sparkify.source.songs.path = ${sparkify.lake.path}/songs");
    written("spark.properties", "spark.a=s3a://b");

    Settings settings = Given.load(location(way.to(file)));

    assertThat(settings.source().songs().path()).isEqualTo("common/songs");
    assertThat(settings.star()).isNotEqualTo(Given.load(Overrides.none()).star());
    assertThat(settings.spark().conf()).isEqualTo(Map.of("spark.a", "s3a://b"));
  }

  @ParameterizedTest
  @EnumSource
  void refusesAnIncludeThatDoesNotExist(Way way) throws IOException {
    String file = way.to(written("my.conf", "include \"none.conf\""));

    assertThat(problems(location(file)))
        .contains(
            "%s: include: '%s' cannot be read (no such file)"
                .formatted(file, way.to(folder.resolve("none.conf"))));
  }

  @ParameterizedTest
  @EnumSource
  void namesTheIncludedFileThatIsWrong(Way way) throws IOException {
    String file = way.to(written("my.conf", "include \"common.conf\""));
    written("common.conf", "sparkify.lake.path = \"x", "");

    assertThat(problems(location(file)))
        .contains(way.to(folder.resolve("common.conf")) + ":1: this is not HOCON");
  }

  @ParameterizedTest
  @EnumSource
  void refusesAnIncludeOfItself(Way way) throws IOException {
    written("common.conf", "include \"my.conf\"");
    String file = way.to(written("my.conf", "include \"common.conf\""));

    assertThat(problems(location(file))).contains("'%s' is included by itself".formatted(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"url(\"http://localhost/x.conf\")", "classpath(\"reference.conf\")"})
  void refusesAnIncludeFromElsewhere(String include) throws IOException {
    Path file = written("my.conf", "include " + include);

    assertThat(problems(location(file.toString())))
        .contains(file + ": include")
        .contains("expected a file, for example include \"common.conf\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "include \"s3a://me:hunter2@bucket/x.conf\"",
        "include \"common.conf\"",
        "include url(\"http://me:hunter2@localhost/x.conf\")"
      })
  void showsNoCredentialOfAnInclude(String line) throws IOException {
    written("common.conf", "password = }hunter2");

    assertThat(problems(location(written("my.conf", line).toString()))).doesNotContain("hunter2");
  }

  private Path written(String name, String... lines) throws IOException {
    return Files.writeString(folder.resolve(name), String.join("\n", lines));
  }

  private static Configuration hadoop(String classOfTheScheme) {
    Configuration hadoop = new Configuration();
    hadoop.set("fs.faulty.impl", classOfTheScheme);
    return hadoop;
  }

  /** Made by Hadoop, by name. */
  public static final class Denying extends RawLocalFileSystem {
    @Override
    public void initialize(java.net.URI uri, Configuration conf) {
      setConf(conf);
    }

    @Override
    public FileStatus getFileStatus(org.apache.hadoop.fs.Path path) throws IOException {
      throw new AccessDeniedException(path.toString());
    }
  }
}
