package com.sparkify.etl.runner.config;

import static com.sparkify.etl.runner.config.Given.file;
import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.io.lake.iceberg.IcebergCatalog;
import com.sparkify.etl.io.storage.S3Settings.Addressing;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The configuration files of the project, and what README.md says of them. */
class ShippedFilesTest {
  private static final Path PROJECT = Path.of("..");
  private static final String BEGIN = "<!-- config:begin -->";
  private static final String END = "<!-- config:end -->";

  @Test
  void loadsTheFileForALaptop() {
    Settings settings = Given.load(file(PROJECT.resolve("conf/local.conf")));

    assertThat(settings.spark().master()).contains("local[2]");
    assertThat(settings.spark().conf()).containsEntry("spark.sql.shuffle.partitions", "4");
  }

  @Test
  void loadsTheFileForEmr() {
    Settings settings = Given.load(file(PROJECT.resolve("conf/emr.conf")));

    assertThat(settings.spark().master()).isEmpty();
    assertThat(settings.lake().path()).isEqualTo("s3a://example-bucket-lake/sparkify");
    assertThat(settings.source().maxRejects()).contains(new Share(BigDecimal.ONE));
  }

  @Test
  void loadsTheFileForIcebergOnEmr() {
    Settings settings = Given.load(file(PROJECT.resolve("conf/emr-iceberg.conf")));

    assertThat(settings.lake())
        .isEqualTo(
            new LakeSettings(
                "s3a://example-bucket-lake/sparkify",
                LakeSettings.Format.ICEBERG,
                150_000,
                new IcebergCatalog(
                    IcebergCatalog.Type.GLUE,
                    "sparkify",
                    Map.of("io-impl", "org.apache.iceberg.aws.s3.S3FileIO"))));
    assertThat(settings.source().maxRejects()).contains(new Share(BigDecimal.ONE));
    assertThat(settings.maintain().fileBytes()).isEqualTo(256L << 20);
  }

  @Test
  void loadsTheFileForLocalStack() {
    Settings settings = Given.load(file(PROJECT.resolve("conf/localstack.conf")));

    assertThat(settings.s3().endpoint()).contains(URI.create("http://localhost:4566"));
    assertThat(settings.s3().addressing()).isEqualTo(Addressing.PATH);
    assertThat(settings.lake().path()).isEqualTo("s3a://sparkify-lake/lake");
  }

  @Test
  void hasADefaultForEveryKeyAndNoOther() {
    assertThat(new TreeSet<>(leaves("", Layers.defaults().root())))
        .isEqualTo(new TreeSet<>(Keys.names()));
  }

  @Test
  void explainsEveryKey() {
    assertThat(Keys.names()).allSatisfy(key -> assertThat(meaning(value(key))).isNotBlank());
  }

  @Test
  void listsTheKeysInTheReadme() throws IOException {
    String readme = Files.readString(PROJECT.resolve("README.md"));

    assertThat(readme).contains(BEGIN).contains(END);
    assertThat(readme.substring(readme.indexOf(BEGIN), readme.indexOf(END) + END.length()))
        .describedAs("README.md, from %s to %s", BEGIN, END)
        .isEqualTo(section());
  }

  private static String section() {
    return Keys.names().stream()
        .map(key -> "| `%s` | `%s` | %s |".formatted(key, shown(value(key)), meaning(value(key))))
        .collect(
            Collectors.joining(
                "\n", BEGIN + "\n| key | default | meaning |\n|---|---|---|\n", "\n" + END));
  }

  private static ConfigValue value(String key) {
    ConfigValue value = Layers.defaults().root();
    for (String step : ConfigUtil.splitPath(key)) {
      value =
          Optional.ofNullable(((ConfigObject) value).get(step))
              .orElseThrow(() -> new AssertionError("reference.conf has no " + key));
    }
    return value;
  }

  private static String shown(ConfigValue value) {
    if (value instanceof ConfigList list) {
      return list.unwrapped().toString();
    }
    return value.render(ConfigRenderOptions.concise()).replace("\"", "");
  }

  private static String meaning(ConfigValue value) {
    return value.origin().comments().stream()
        .map(String::strip)
        .collect(Collectors.joining(" "))
        .replace("|", "\\|");
  }

  private static List<String> leaves(String group, ConfigObject object) {
    return object.entrySet().stream()
        .flatMap(
            entry -> {
              String name = group.isEmpty() ? entry.getKey() : group + "." + entry.getKey();
              return entry.getValue() instanceof ConfigObject nested && !nested.isEmpty()
                  ? leaves(name, nested).stream()
                  : List.of(name).stream();
            })
        .toList();
  }
}
