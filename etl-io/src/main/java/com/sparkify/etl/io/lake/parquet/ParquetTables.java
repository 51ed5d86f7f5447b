package com.sparkify.etl.io.lake.parquet;

import com.sparkify.etl.io.lake.Lake;
import org.apache.spark.sql.SparkSession;

/** A lake whose tables are folders of plain Parquet files. */
public final class ParquetTables {
  private ParquetTables() {}

  /**
   * The tables below {@code root}, a path or URI.
   *
   * <p>Sets the session to write timestamps as {@code TIMESTAMP_MICROS}, which every engine reads
   * as instants, in place of Spark's INT96.
   */
  public static Lake at(String root, SparkSession spark) {
    spark.conf().set("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS");
    return new ParquetLake(spark, root);
  }
}
