package com.sparkify.etl.io.lake.parquet;

import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.io.lake.Layout;
import com.sparkify.etl.io.lake.Release.Part;
import com.sparkify.etl.io.storage.ObjectStores;
import com.sparkify.etl.io.storage.S3A;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;

/** Writes rows as Parquet, by the committers of a session. */
final class ParquetFiles implements Publication.Writing {
  private final boolean canCommitLater;

  ParquetFiles(SparkSession session) {
    session.conf().set("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS");
    this.canCommitLater = S3A.commitsByCommitter(session);
  }

  @Override
  public boolean canCommitLater() {
    return canCommitLater;
  }

  @Override
  public void write(Part part, Path folder, Map<String, String> options) {
    Layout.of(part, ObjectStores.isOne(folder.toUri()))
        .write()
        .mode(SaveMode.Append)
        .options(options)
        .options(encoding(part.table()))
        .option("mapreduce.fileoutputcommitter.marksuccessfuljobs", "false")
        .partitionBy(Layout.partitionColumns(part.table()))
        .parquet(folder.toString());
  }

  /**
   * How values become bytes: more tightly packed they take longer to write than they save. Of a key
   * no value is there twice, so a dictionary of texts serves nobody; nor do histograms of how long
   * values are.
   */
  private static Map<String, String> encoding(Table table) {
    Map<String, String> encoding = new HashMap<>();
    encoding.put("compression", "zstd");
    encoding.put("parquet.compression.codec.zstd.level", "1");
    encoding.put("parquet.size.statistics.enabled", "false");
    List<Field> key = table.key();
    if (key.size() == 1 && key.get(0).type().equals(DataTypes.StringType)) {
      encoding.put("parquet.enable.dictionary#" + key.get(0).name(), "false");
    }
    return encoding;
  }
}
