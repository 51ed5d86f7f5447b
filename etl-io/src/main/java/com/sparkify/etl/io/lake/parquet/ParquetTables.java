package com.sparkify.etl.io.lake.parquet;

import com.sparkify.etl.io.lake.Lake;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/** A lake whose tables are folders of plain Parquet files. */
public final class ParquetTables {
  private ParquetTables() {}

  /**
   * The tables below {@code root}, a path or URI.
   *
   * <p>To publish sets the session to write timestamps as {@code TIMESTAMP_MICROS}, which every
   * engine reads as instants, in place of Spark's INT96.
   */
  public static Lake at(String root, SparkSession spark) {
    return at(root, spark.sparkContext().hadoopConfiguration(), () -> spark);
  }

  /**
   * The same, of a session that is asked for when rows are read or written.
   *
   * @param conf how all but rows is read and written
   */
  public static Lake at(String root, Configuration conf, Supplier<SparkSession> spark) {
    return new ParquetLake(conf, spark, root);
  }
}
