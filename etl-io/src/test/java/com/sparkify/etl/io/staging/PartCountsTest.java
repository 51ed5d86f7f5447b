package com.sparkify.etl.io.staging;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.io.fixture.Spark;
import java.util.Arrays;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartCountsTest {
  private static final StructType COLUMNS =
      new StructType()
          .add("source_file", DataTypes.StringType)
          .add("reject_reason", DataTypes.StringType)
          .add("unknown_fields", DataTypes.StringType);

  private final Path batch;

  PartCountsTest(@TempDir java.nio.file.Path folder) {
    this.batch = new Path(new Path(folder.toUri()), "batch=000001");
  }

  @Test
  void aFooterTellsOfTheAcceptedRowsOfOneFile() {
    part(row("file:/a", null, null), row("file:/a", null, null));
    part(row("file:/a", null, null));
    part(row("file:/b", null, null));

    assertThat(counts(2).accepted()).isEqualTo(Map.of("file:/a", 3L, "file:/b", 1L));
    assertThat(counts(2).silent()).isEmpty();
  }

  @Test
  void aFooterIsSilentOfRejectsOfUnknownFieldsAndOfSeveralFiles() {
    part(row("file:/a", null, null));
    part(row("file:/b", "malformed-json", null), row("file:/b", null, null));
    part(row("file:/c", null, "mood"), row("file:/c", null, null));
    part(row("file:/d", null, null), row("file:/e", null, null));
    part(row(null, null, null), row("file:/f", null, null));

    assertThat(counts(5).accepted()).isEqualTo(Map.of("file:/a", 1L));
    assertThat(counts(5).silent()).hasSize(4).allMatch(path -> path.contains("/part-"));
  }

  @Test
  void whereNoFooterTellsTheFolderIsRead() {
    part(row("file:/a", "malformed-json", null));

    assertThat(counts(1).silent()).containsExactly(batch.toString());
  }

  @Test
  void footersAreNotReadWhereMoreFilesThanPartsWereStaged() {
    part(row("file:/a", null, null));

    assertThat(counts(2).accepted()).isEmpty();
    assertThat(counts(2).silent()).containsExactly(batch.toString());
  }

  private PartCounts counts(int sourceFiles) {
    return PartCounts.of(batch, sourceFiles, new Configuration());
  }

  /** Writes one more Parquet file. */
  private void part(Row... rows) {
    Spark.session()
        .createDataFrame(Arrays.asList(rows), COLUMNS)
        .coalesce(1)
        .write()
        .mode(SaveMode.Append)
        .parquet(batch.toString());
  }

  private static Row row(@Nullable String... values) {
    return RowFactory.create((Object[]) values);
  }
}
