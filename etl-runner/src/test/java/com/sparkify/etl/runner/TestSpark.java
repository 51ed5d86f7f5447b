package com.sparkify.etl.runner;

import com.sparkify.etl.runner.spark.SparkSessions;
import org.apache.spark.sql.SparkSession;

/** The session of the tests, one a JVM; a new one where a test stopped it. */
public final class TestSpark {
  private TestSpark() {}

  public static SparkSession session() {
    return SparkSessions.open(
        TestSettings.with(
            "sparkify.spark.master=local[1]",
            "sparkify.spark.conf.spark.sql.shuffle.partitions=1"));
  }
}
