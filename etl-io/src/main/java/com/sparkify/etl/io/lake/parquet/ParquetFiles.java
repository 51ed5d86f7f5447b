package com.sparkify.etl.io.lake.parquet;

import com.sparkify.etl.io.lake.Layout;
import com.sparkify.etl.io.lake.Release.Part;
import com.sparkify.etl.io.storage.S3A;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

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
    Layout.of(part)
        .write()
        .mode(SaveMode.Append)
        .options(options)
        .option("compression", "zstd")
        .option("mapreduce.fileoutputcommitter.marksuccessfuljobs", "false")
        .partitionBy(Layout.partitionColumns(part.table()))
        .parquet(folder.toString());
  }
}
