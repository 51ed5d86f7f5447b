package com.sparkify.etl.runner.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.runner.TestSettings;
import com.sparkify.etl.runner.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogSessionsTest {
  private final Path folder;

  CatalogSessionsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @CsvSource({
    "none, NONE, false",
    "none, IF_THERE, false",
    "hive, NONE, false",
    "hive, IF_THERE, true",
    "hive, THERE, true",
    "hive, MADE, true",
    "embedded, NONE, false",
    "embedded, IF_THERE, false",
    "embedded, MADE, true"
  })
  void opensTheCatalogForWhomItIs(String type, CatalogNeed need, boolean wanted) {
    assertThat(CatalogSessions.isWanted(settings(type), need)).isEqualTo(wanted);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void tablesWithACatalogOfTheirOwnAreNamedInNoOther() {
    Settings iceberg =
        TestSettings.with("sparkify.lake.format=iceberg", "sparkify.catalog.type=hive");

    assertThat(CatalogSessions.isWanted(iceberg, CatalogNeed.IF_THERE)).isFalse();
    assertThatThrownBy(() -> CatalogSessions.isWanted(iceberg, CatalogNeed.MADE))
        .isInstanceOfSatisfying(
            EtlException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CONFIG))
        .hasMessageContaining("Could not name the tables in a catalog: the lake './lake'")
        .hasMessageContaining("docs/iceberg.md");
  }

  @Test
  void opensAnEmbeddedOneOnceItWasMade() throws IOException {
    Files.createDirectories(folder.resolve("lake/_sparkify/catalog/metastore"));

    assertThat(CatalogSessions.isWanted(settings("embedded"), CatalogNeed.IF_THERE)).isTrue();
    assertThat(CatalogSessions.isWanted(settings("embedded"), CatalogNeed.THERE)).isTrue();
  }

  @Test
  void keepsAllOfAnEmbeddedOneInItsFolder() {
    String catalog = folder.resolve("lake/_sparkify/catalog").toString();

    assertThat(CatalogSessions.conf(settings("embedded")))
        .containsEntry("spark.sql.catalogImplementation", "hive")
        .containsEntry(
            "spark.hadoop.javax.jdo.option.ConnectionURL",
            "jdbc:derby:;databaseName=" + catalog + "/metastore;create=true")
        .containsEntry("spark.sql.warehouse.dir", "file://" + catalog + "/warehouse");
  }

  @Test
  void leavesThatOfTheClusterAsItIsConfigured() {
    assertThat(CatalogSessions.conf(settings("hive")).keySet())
        .containsExactly("spark.sql.catalogImplementation");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "none | THERE | sparkify.catalog.type is 'none'",
        "none | MADE | sparkify.catalog.type is 'none'",
        "embedded | THERE | 'sparkify tables create' makes it"
      })
  void saysWhatIsMissing(String type, CatalogNeed need, String expected) {
    assertThatThrownBy(() -> CatalogSessions.isWanted(settings(type), need))
        .isInstanceOf(EtlException.class)
        .hasMessageContaining(expected)
        .extracting("kind")
        .isEqualTo(Kind.CONFIG);
  }

  @Test
  void hasNoPlaceInALakeOnS3UnlessOneIsGiven() {
    Settings onS3 = TestSettings.with("sparkify.lake.path=s3a://bucket/lake");

    assertThat(CatalogSessions.isWanted(onS3, CatalogNeed.IF_THERE)).isFalse();
    assertThatThrownBy(() -> CatalogSessions.isWanted(onS3, CatalogNeed.MADE))
        .isInstanceOf(EtlException.class)
        .hasMessageContaining("'s3a://bucket/lake'")
        .hasMessageContaining("sparkify.catalog.path");
    assertThat(
            CatalogSessions.isWanted(
                TestSettings.with(
                    "sparkify.lake.path=s3a://bucket/lake", "sparkify.catalog.path=" + folder),
                CatalogNeed.MADE))
        .isTrue();
  }

  private Settings settings(String type) {
    return TestSettings.with(
        "sparkify.catalog.type=" + type, "sparkify.lake.path=" + folder.resolve("lake"));
  }
}
