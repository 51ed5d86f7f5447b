package com.sparkify.etl.io;

import org.apache.spark.sql.SparkSession;

/** The one session of the module's tests. */
public final class TestSpark {
  public static final SparkSession SPARK =
      SparkSession.builder()
          .master("local[2]")
          .config("spark.ui.enabled", false)
          .config("spark.sql.shuffle.partitions", 1)
          .config("spark.sql.session.timeZone", "UTC")
          .getOrCreate();

  private TestSpark() {}
}
