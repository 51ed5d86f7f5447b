package com.sparkify.etl.runner.spark;

import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.RuntimeConfig;
import org.apache.spark.sql.SparkSession;

/**
 * Settings of Spark for few rows, where compiling a query and planning it again between its stages
 * take far longer than the rows do.
 */
public final class SmallInput {
  private static final long ROWS = 100_000;

  private static final Map<String, String> SETTINGS =
      Map.of(
          "spark.sql.adaptive.enabled", "false",
          "spark.sql.codegen.wholeStage", "false",
          "spark.sql.codegen.factoryMode", "NO_CODEGEN");

  private SmallInput() {}

  /**
   * Fits the session to {@code rows} rows of input. What the session was opened with stays as it
   * is.
   */
  public static void fit(SparkSession spark, long rows) {
    fit(spark.conf(), spark.sparkContext().getConf(), rows);
  }

  static void fit(RuntimeConfig session, SparkConf opened, long rows) {
    SETTINGS.forEach(
        (name, value) -> {
          if (opened.contains(name)) {
            return;
          }
          if (rows <= ROWS) {
            session.set(name, value);
          } else {
            session.unset(name);
          }
        });
  }
}
