package com.sparkify.etl.runner.spark;

import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.RuntimeConfig;
import org.apache.spark.sql.SparkSession;

/**
 * Settings of Spark for few rows, where compiling a query, planning it again between its stages,
 * and starting tasks for parts of them take far longer than the rows do.
 */
public final class SmallInput {
  private static final long ROWS = 100_000;

  private static final Map<String, String> SETTINGS =
      Map.of(
          "spark.sql.adaptive.enabled", "false",
          "spark.sql.codegen.wholeStage", "false",
          "spark.sql.codegen.factoryMode", "NO_CODEGEN",
          "spark.sql.shuffle.partitions", "1");

  private SmallInput() {}

  /**
   * Fits the session to {@code rows} rows of input. What whoever opened the session asked for stays
   * as it is.
   */
  public static void fit(SparkSession spark, long rows) {
    fit(spark.conf(), spark.sparkContext().getConf(), rows);
  }

  /** Whether {@code rows} rows of input are few. */
  static boolean is(long rows) {
    return rows <= ROWS;
  }

  static void fit(RuntimeConfig session, SparkConf opened, long rows) {
    SETTINGS.forEach(
        (name, value) -> {
          if (opened.contains(name) && !SparkSessions.isOurs(name, opened.get(name))) {
            return;
          }
          if (is(rows)) {
            session.set(name, value);
          } else if (opened.contains(name)) {
            session.set(name, opened.get(name));
          } else {
            session.unset(name);
          }
        });
  }
}
