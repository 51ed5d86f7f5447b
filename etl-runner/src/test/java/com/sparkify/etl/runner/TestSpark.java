package com.sparkify.etl.runner;

import com.sparkify.etl.runner.config.SparkSettings;
import com.sparkify.etl.runner.spark.SparkSessions;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/** The session of the tests, one a JVM; a new one where a test stopped it. */
public final class TestSpark {
  private TestSpark() {}

  public static SparkSession session() {
    return SparkSessions.open(
        new SparkSettings(Optional.of("local[1]"), Map.of("spark.sql.shuffle.partitions", "1")));
  }
}
