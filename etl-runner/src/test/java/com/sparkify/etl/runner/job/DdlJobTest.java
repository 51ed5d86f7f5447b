package com.sparkify.etl.runner.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.io.catalog.YearRange;
import com.sparkify.etl.runner.TestSettings;
import com.sparkify.etl.runner.config.Settings;
import com.sparkify.etl.runner.job.DdlRequest.Target;
import com.sparkify.etl.runner.output.Streams;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DdlJobTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SPARK | CREATE TABLE IF NOT EXISTS `music`.`songs` ( | LOCATION 's3a://bucket/lake/songs'",
        "ATHENA | CREATE EXTERNAL TABLE IF NOT EXISTS `music`.`songs` ( | LOCATION 's3://bucket/lake/songs/'",
        "SPECTRUM | CREATE EXTERNAL TABLE \"music_lake\".\"songs\" ( | LOCATION 's3://bucket/lake/songs/'",
        "REDSHIFT | CREATE TABLE IF NOT EXISTS \"music\".\"songs\" ( | SORTKEY (\"artist_id\", \"song_id\")",
        "POSTGRES | CREATE TABLE IF NOT EXISTS \"music\".\"songs\" ( | REFERENCES \"music\".\"artists\""
      })
  void speaksTheLanguageOfTheEngineOfWhatIsConfigured(Target target, String table, String detail) {
    assertThat(
            printed(
                new DdlRequest(target, Optional.empty()),
                "sparkify.lake.path=s3a://bucket/lake",
                "sparkify.catalog.database=music"))
        .contains(table, detail)
        .endsWith(";\n");
  }

  @ParameterizedTest
  @EnumSource(names = {"SPARK", "ATHENA", "SPECTRUM"})
  void noEngineIsToldOfFoldersWhereTablesAreNone(Target target) {
    DdlRequest request = new DdlRequest(target, Optional.empty());

    assertThatThrownBy(() -> printed(request, "sparkify.lake.format=iceberg"))
        .isInstanceOf(EtlException.class)
        .hasMessageContaining("is in the format 'iceberg', whose tables are not folders")
        .hasMessageContaining("docs/iceberg.md");
  }

  @Test
  void tellsSparkTheWholePathAndTheConfiguredFolders() {
    assertThat(
            printed(
                new DdlRequest(Target.SPARK, Optional.empty()),
                "sparkify.lake.path=some/lake",
                "sparkify.songs.partition-by=[year, artist_id]"))
        .contains("LOCATION 'file:%s/songs'".formatted(Path.of("some/lake").toAbsolutePath()))
        .contains("PARTITIONED BY (`year`, `artist_id`)");
  }

  @ParameterizedTest
  @EnumSource(names = {"ATHENA", "SPECTRUM"})
  void nothingButS3IsReadByAmazon(Target target) {
    assertThatThrownBy(() -> printed(new DdlRequest(target, Optional.empty())))
        .isInstanceOf(EtlException.class)
        .hasMessageContaining("is not on S3")
        .hasMessageContaining("--lake s3a://bucket/lake");
  }

  @Test
  void projectsTheYearsThatAreAsked() {
    assertThat(
            printed(
                new DdlRequest(Target.ATHENA, Optional.of(new YearRange(2018, 2030))),
                "sparkify.lake.path=s3a://bucket/lake"))
        .contains("'projection.year.range' = '2018,2030'");
  }

  private static String printed(DdlRequest request, String... settings) {
    Settings set = TestSettings.with(settings);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    new DdlJob(set.lake(), set.catalog(), set.star(), new Configuration(), new Streams(out, out))
        .print(request);
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
