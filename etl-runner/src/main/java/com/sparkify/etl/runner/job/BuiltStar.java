package com.sparkify.etl.runner.job;

import com.sparkify.etl.core.star.StarSchema;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.runner.report.CheckReport;
import com.sparkify.etl.runner.report.PlaysReport;
import com.sparkify.etl.runner.spark.Keeping;
import java.util.List;
import java.util.Map;

/**
 * Tables that were built, counted and checked, and whose rows are held until they are released.
 *
 * @param rowCounts rows of each table by month, as {@code [year, month]}; by the empty list where
 *     the table has no months
 */
record BuiltStar(
    StarSchema star,
    Keeping keeping,
    Map<Table, Map<List<Object>, Long>> rowCounts,
    PlaysReport plays,
    List<CheckReport> checks)
    implements AutoCloseable {

  @Override
  public void close() {
    keeping.close();
  }
}
