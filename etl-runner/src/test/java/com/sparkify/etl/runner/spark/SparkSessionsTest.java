package com.sparkify.etl.runner.spark;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.runner.TestSettings;
import com.sparkify.etl.runner.config.Settings;
import com.sparkify.etl.runner.config.SparkSettings;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SparkSessionsTest {
  private final SparkConf nothing = new SparkConf(false);

  @Test
  void opensALaptopSession() {
    SparkConf conf = SparkSessions.conf(settings(Optional.empty(), Map.of()), nothing);

    assertThat(
            Map.of(
                "spark.master", "local[*]",
                "spark.app.name", "sparkify",
                "spark.ui.enabled", "false",
                "spark.sql.ui.explainMode", "simple",
                "spark.sql.ui.retainedExecutions", "100",
                "spark.sql.ansi.enabled", "true",
                "spark.sql.session.timeZone", "UTC",
                "spark.sql.shuffle.partitions", "8",
                "spark.sql.parquet.compression.codec", "zstd",
                "spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS"))
        .allSatisfy((name, value) -> assertThat(conf.get(name)).isEqualTo(value));
    assertThat(conf.get("spark.buffer.pageSize")).isEqualTo("1m");
  }

  @Test
  void keepsWhatSparkSubmitGives() {
    SparkConf submitted =
        nothing.clone().set("spark.master", "yarn").set("spark.sql.shuffle.partitions", "200");

    SparkConf conf = SparkSessions.conf(settings(Optional.empty(), Map.of()), submitted);

    assertThat(conf.get("spark.master")).isEqualTo("yarn");
    assertThat(conf.get("spark.sql.shuffle.partitions")).isEqualTo("200");
    assertThat(conf.contains("spark.ui.enabled")).isFalse();
    assertThat(conf.contains("spark.buffer.pageSize")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "local, true",
    "local[2], true",
    "'local-cluster[2,1,1024]', false",
    "spark://host:7077, false",
    "yarn, false"
  })
  void usesTheForklessFileSystemInOneProcessOnly(String master, boolean used) {
    SparkConf submitted = nothing.clone().set("spark.master", master);

    SparkConf conf = SparkSessions.conf(settings(Optional.empty(), Map.of()), submitted);

    assertThat(conf.contains("spark.hadoop.fs.file.impl")).isEqualTo(used);
  }

  @Test
  void letsTheSettingsWin() {
    SparkConf submitted = nothing.clone().set("spark.master", "yarn").set("spark.x", "submitted");

    SparkConf conf =
        SparkSessions.conf(
            settings(Optional.of("local[2]"), Map.of("spark.x", "set", "spark.ui.enabled", "true")),
            submitted);

    assertThat(conf.get("spark.master")).isEqualTo("local[2]");
    assertThat(conf.get("spark.x")).isEqualTo("set");
    assertThat(conf.get("spark.ui.enabled")).isEqualTo("true");
    assertThat(conf.contains("spark.sql.ui.explainMode")).isFalse();
    assertThat(conf.contains("spark.sql.ui.retainedExecutions")).isFalse();
  }

  @Test
  void isAlwaysInUtc() {
    SparkConf submitted = nothing.clone().set("spark.sql.session.timeZone", "CET");

    assertThat(
            SparkSessions.conf(settings(Optional.empty(), Map.of()), submitted)
                .get("spark.sql.session.timeZone"))
        .isEqualTo("UTC");
  }

  @Test
  void handsItsStorageSettingsToHadoop() {
    Settings settings =
        settings(Optional.empty(), Map.of("spark.hadoop.fs.x", "y", "spark.other", "z"));

    assertThat(HadoopConfigurations.of(settings).get("fs.x")).isEqualTo("y");
  }

  @Test
  void wantsWhatIsAskedOfS3AndNotItsOwnDefaults() {
    SparkConf submitted =
        nothing
            .clone()
            .set("spark.hadoop.fs.s3a.endpoint", "http://submitted:1")
            .set("spark.hadoop.fs.s3a.retry.limit", "9");

    SparkConf conf =
        SparkSessions.conf(
            TestSettings.with("sparkify.s3.endpoint=http://localhost:4566"), submitted);

    assertThat(conf.get("spark.hadoop.fs.s3a.endpoint")).isEqualTo("http://localhost:4566");
    assertThat(conf.get("spark.hadoop.fs.s3a.retry.limit")).isEqualTo("9");
    assertThat(conf.get("spark.hadoop.fs.s3a.committer.name")).isEqualTo("magic");
  }

  private static Settings settings(Optional<String> master, Map<String, String> conf) {
    Settings defaults = TestSettings.with();
    return new Settings(
        defaults.source(),
        defaults.lake(),
        defaults.catalog(),
        defaults.star(),
        defaults.guard(),
        defaults.vacuum(),
        defaults.maintain(),
        defaults.warehouse(),
        defaults.s3(),
        new SparkSettings(master, conf));
  }
}
