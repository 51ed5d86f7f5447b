package com.sparkify.etl.io.lake;

import org.apache.spark.sql.SparkSession;

/** The lake in each format. */
public final class Lakes {
  private Lakes() {}

  /**
   * A lake of plain Parquet files at {@code root}, a path or URI.
   *
   * <p>Sets the session to write timestamps as {@code TIMESTAMP_MICROS}, which every engine reads
   * as instants, in place of Spark's INT96.
   */
  public static Lake parquet(SparkSession spark, String root) {
    spark.conf().set("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS");
    return new ParquetLake(spark, root);
  }
}
