package com.sparkify.etl.it.lines;

import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;

/**
 * What must not be in the jar: it names no collection itself, but calls a method that returns one.
 */
final class LinkToAScalaCollection {
  private LinkToAScalaCollection() {}

  static Object columns(LogicalPlan plan) {
    return plan.output();
  }
}
