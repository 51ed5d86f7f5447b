package com.sparkify.etl.it.lines;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.it.Sparkify;
import com.sparkify.etl.it.iceberg.SampleInParquet;
import com.sparkify.etl.it.iceberg.TaggedVersion;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The one jar makes tables of Iceberg on every line of Spark for which Iceberg has a runtime, and
 * they have the rows of a lake in Parquet; with {@code -Pspark-lines} it answers from them, too.
 */
class OneJarInIcebergTest {
  private static final String ICEBERG = "--set=sparkify.lake.format=iceberg";
  private static final Path ANSWERS_FOR_THE_SAMPLE =
      Sparkify.project().resolve("docs/sample-answers.json");

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
    command(line, "run", "--lake=" + lake);

    TaggedVersion version = TaggedVersion.newest(lake.toString(), new Configuration());
    assertThat(SampleInParquet.differencesTo(version.inDuckDb(lake))).as("%s", line).isEmpty();
    assertThat(version.remains()).isEmpty();
    if (Boolean.getBoolean("sparkify.lines.thorough")) {
      command(line, "query", "--lake=" + lake, "--all", "--expect=" + ANSWERS_FOR_THE_SAMPLE);
    }
  }

  /** Without sources it is the sample. */
  private void command(SparkLine line, String... arguments) {
    Stream<String> all = Stream.concat(Stream.of(arguments), Stream.of(ICEBERG));
    line.withIceberg().in(folder, all.toArray(String[]::new)).ok();
  }
}
