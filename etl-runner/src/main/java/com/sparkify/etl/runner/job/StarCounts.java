package com.sparkify.etl.runner.job;

import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.runner.report.CheckReport;
import com.sparkify.etl.runner.report.PlaysReport;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of tables once their rows are written, before anybody sees them.
 *
 * @param counts what was counted, by name, then key
 */
record StarCounts(
    Map<String, Map<List<String>, Long>> counts, PlaysReport plays, List<CheckReport> checks) {

  /**
   * The rows of {@code table} that were built, by year and month; by the empty list where it has no
   * months.
   */
  Map<List<Object>, Long> of(Table table) {
    return rows(table, counts);
  }

  static Map<List<Object>, Long> rows(Table table, Map<String, Map<List<String>, Long>> counts) {
    Map<List<Object>, Long> rows = new HashMap<>();
    counts.getOrDefault(table.name(), Map.of()).forEach((key, n) -> rows.put(List.copyOf(key), n));
    return rows;
  }

  static long sum(Map<String, Map<List<String>, Long>> counts, String name) {
    return counts.getOrDefault(name, Map.of()).values().stream().mapToLong(Long::longValue).sum();
  }
}
