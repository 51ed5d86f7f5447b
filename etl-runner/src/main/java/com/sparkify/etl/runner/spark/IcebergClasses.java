package com.sparkify.etl.runner.spark;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Iceberg's runtime, of which each line of Spark has its own. The runner jar does not hold it. */
public final class IcebergClasses {
  /** The name of one. */
  public static final String ONE_OF_THEM = "org.apache.iceberg.spark.SparkCatalog";

  /** By line of Spark, with Scala's: the version of the runtime that was tried with it. */
  private static final SortedMap<String, String> VERSIONS =
      new TreeMap<>(
          Map.of(
              "3.5_2.12", "1.10.1",
              "3.5_2.13", "1.10.1",
              "4.0_2.13", "1.10.1",
              "4.1_2.13", "1.11.0"));

  private IcebergClasses() {}

  /** Whether they are here, or the launcher that started this Java adds them. */
  public static boolean canBeHad() {
    return System.getProperty("sparkify.launcher") != null || areHere();
  }

  /** Whether they are on the class path. */
  public static boolean areHere() {
    try {
      Class.forName(ONE_OF_THEM, false, Thread.currentThread().getContextClassLoader());
      return true;
    } catch (ClassNotFoundException absent) {
      return false;
    }
  }

  /** How to have them with the Spark that runs. */
  public static String advice() {
    return advice(
        org.apache.spark.package$.MODULE$.SPARK_VERSION(),
        scala.util.Properties.versionNumberString());
  }

  static String advice(String spark, String scala) {
    String line = minor(spark) + "_" + minor(scala);
    return Optional.ofNullable(VERSIONS.get(line))
        .map(
            version ->
                "Start with ./sparkify, or add --packages org.apache.iceberg:iceberg-spark-runtime-%s:%s to spark-submit"
                    .formatted(line, version))
        .orElseGet(
            () ->
                "There is none for Spark %s with Scala %s, only for %s: use one of these"
                    .formatted(minor(spark), minor(scala), String.join(", ", VERSIONS.keySet())));
  }

  /** {@code 4.0} of {@code 4.0.2}. */
  private static String minor(String version) {
    return version.replaceFirst("^([0-9]+\\.[0-9]+).*$", "$1");
  }
}
