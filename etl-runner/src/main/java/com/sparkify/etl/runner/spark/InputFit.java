package com.sparkify.etl.runner.spark;

import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.RuntimeConfig;
import org.apache.spark.sql.SparkSession;

/**
 * Settings of Spark for few rows, where compiling a query, planning it again between its stages,
 * and starting tasks for parts of them take far longer than the rows do; and for some rows on one
 * machine, where the second and the third of these still do.
 */
public final class InputFit {
  private static final long FEW = 100_000;
  private static final long SOME = 2_000_000;

  private static final String ADAPTIVE = "spark.sql.adaptive.enabled";
  private static final String WHOLE_STAGE = "spark.sql.codegen.wholeStage";
  private static final String CODE = "spark.sql.codegen.factoryMode";
  private static final String PARTITIONS = "spark.sql.shuffle.partitions";

  private InputFit() {}

  /**
   * Fits the session to {@code rows} rows of input. What whoever opened the session asked for stays
   * as it is.
   */
  public static void fit(SparkSession spark, long rows) {
    fit(spark, rows, rows);
  }

  /**
   * The same, where a part of the rows is looked for, and the others are passed by.
   *
   * @param part how many rows take the time of what is found, and of passing by
   */
  public static void fit(SparkSession spark, long rows, long part) {
    SparkContext context = spark.sparkContext();
    fit(spark.conf(), context.getConf(), settings(context, rows, part));
  }

  /** Whether {@code rows} rows of input are few. */
  static boolean isFew(long rows) {
    return rows <= FEW;
  }

  private static Map<String, String> settings(SparkContext context, long rows, long part) {
    if (isFew(rows)) {
      return few();
    }
    return context.isLocal() && part <= SOME ? some(context.defaultParallelism()) : Map.of();
  }

  static Map<String, String> few() {
    return Map.of(ADAPTIVE, "false", WHOLE_STAGE, "false", CODE, "NO_CODEGEN", PARTITIONS, "1");
  }

  static Map<String, String> some(int cores) {
    return Map.of(ADAPTIVE, "false", PARTITIONS, Integer.toString(cores));
  }

  static void fit(RuntimeConfig session, SparkConf opened, Map<String, String> settings) {
    Stream.of(ADAPTIVE, WHOLE_STAGE, CODE, PARTITIONS)
        .filter(name -> !opened.contains(name) || SparkSessions.isOurs(name, opened.get(name)))
        .forEach(
            name -> {
              if (settings.containsKey(name)) {
                session.set(name, settings.get(name));
              } else if (opened.contains(name)) {
                session.set(name, opened.get(name));
              } else {
                session.unset(name);
              }
            });
  }
}
