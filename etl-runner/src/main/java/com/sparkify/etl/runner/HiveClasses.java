package com.sparkify.etl.runner;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;

/**
 * Hive's classes, without which Spark has no catalog that outlives the process. The launcher puts
 * them on the class path only when it is asked to, as a run without them is ready sooner.
 */
final class HiveClasses {
  private static final String VARIABLE = "SPARKIFY_CATALOG";
  private static final String VALUE = "hive";
  private static final String ONE_OF_THEM = "org.apache.spark.sql.hive.HiveSessionStateBuilder";

  private final SecondStart secondStart;

  HiveClasses(SecondStart secondStart) {
    this.secondStart = secondStart;
  }

  /**
   * Returns if they are here; else it ends as a Java that has them does.
   *
   * @throws EtlException of kind CONFIG if there is no such Java
   */
  void require() {
    if (arePresent()) {
      return;
    }
    if (!secondStart.isPossible() || VALUE.equals(System.getenv(VARIABLE))) {
      throw new EtlException(
          Kind.CONFIG,
          "The catalog needs Spark's module for Hive, which is not on the class path. Start the"
              + " command with ./sparkify, or on a Spark that was built with Hive; or set"
              + " sparkify.catalog.type to none.");
    }
    secondStart.with(VARIABLE, VALUE, "for the catalog");
  }

  private static boolean arePresent() {
    try {
      Class.forName(ONE_OF_THEM, false, Thread.currentThread().getContextClassLoader());
      return true;
    } catch (ClassNotFoundException absent) {
      return false;
    }
  }
}
