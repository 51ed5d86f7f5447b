package com.sparkify.etl.runner;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.runner.spark.IcebergClasses;

/**
 * Classes that few commands need. The launcher puts them on the class path only when it is asked
 * to, as a run without them is ready sooner.
 *
 * @param variable of the environment, by which the launcher is asked
 * @param value of {@code variable}
 * @param purpose what they are for, to follow "again"
 * @param oneOfThem the name of a class
 * @param missing what to say where they cannot be had
 */
record AddedClasses(
    String variable, String value, String purpose, String oneOfThem, String missing) {

  /** Hive's, without which Spark has no catalog that outlives the process. */
  static AddedClasses ofHive() {
    return new AddedClasses(
        "SPARKIFY_CATALOG",
        "hive",
        "for the catalog",
        "org.apache.spark.sql.hive.HiveSessionStateBuilder",
        "The catalog needs Spark's module for Hive, which is not on the class path. Start the"
            + " command with ./sparkify, or on a Spark that was built with Hive; or set"
            + " sparkify.catalog.type to none.");
  }

  /** Iceberg's, for tables in its format. */
  static AddedClasses ofIceberg() {
    return new AddedClasses(
        "SPARKIFY_LAKE",
        "iceberg",
        "for tables in Iceberg",
        IcebergClasses.ONE_OF_THEM,
        "The format 'iceberg' needs Iceberg's runtime, which is not on the class path. %s, or set sparkify.lake.format to parquet."
            .formatted(IcebergClasses.advice()));
  }

  /**
   * Returns if they are here; else it ends as a Java that has them does.
   *
   * @throws EtlException of kind CONFIG if there is no such Java
   */
  void require(SecondStart secondStart) {
    if (arePresent()) {
      return;
    }
    if (!secondStart.isPossible() || value.equals(System.getenv(variable))) {
      throw new EtlException(Kind.CONFIG, missing);
    }
    secondStart.with(variable, value, purpose);
  }

  private boolean arePresent() {
    try {
      Class.forName(oneOfThem, false, Thread.currentThread().getContextClassLoader());
      return true;
    } catch (ClassNotFoundException absent) {
      return false;
    }
  }
}
