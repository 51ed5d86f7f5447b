package com.sparkify.etl.it.lines;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.it.iceberg.SampleInParquet;
import com.sparkify.etl.it.iceberg.TaggedVersion;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The one jar makes tables of Iceberg on every line of Spark for which Iceberg has a runtime, and
 * they have the rows of a lake in Parquet.
 */
class OneJarInIcebergTest {
  private final Path folder;

  OneJarInIcebergTest(@TempDir Path folder) {
    this.folder = folder;
  }

  static List<SparkLine> lines() {
    return SparkLine.asked().stream().filter(SparkLine::hasIceberg).toList();
  }

  @ParameterizedTest
  @MethodSource("lines")
  void makesTheSameRowsOnEveryLine(SparkLine line) throws SQLException {
    Path lake = folder.resolve("lake");
    line.run(folder, SampleInParquet.SOURCES, lake, "--set=sparkify.lake.format=iceberg").ok();

    TaggedVersion version = TaggedVersion.newest(lake.toString(), new Configuration());
    assertThat(SampleInParquet.differencesTo(version.inDuckDb(lake))).as("%s", line).isEmpty();
    assertThat(version.remains()).isEmpty();
  }
}
