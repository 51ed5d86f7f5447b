package com.sparkify.etl.runner.job;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import com.sparkify.etl.runner.spark.SideBySide;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Counts the rows of many datasets.
 *
 * <p>Each is a small job of its own, several at a time: one query over all of them takes Spark far
 * longer to plan than the jobs take.
 */
final class Tally {
  private final Map<String, Supplier<Map<List<String>, Long>>> counting = new LinkedHashMap<>();

  /** Counts {@code rows} under {@code name}, apart for each combination of {@code by} as text. */
  void add(String name, Dataset<Row> rows, Column... by) {
    counting.put(name, () -> by.length == 0 ? all(rows) : grouped(rows, by));
  }

  /** The counts by name, then key. A name without rows has none. */
  Map<String, Map<List<String>, Long>> counts() {
    return SideBySide.results(counting);
  }

  private static Map<List<String>, Long> all(Dataset<Row> rows) {
    long number = rows.count();
    return number == 0 ? Map.of() : Map.of(List.of(), number);
  }

  private static Map<List<String>, Long> grouped(Dataset<Row> rows, Column... by) {
    Column[] key = Stream.of(by).map(column -> column.cast("string")).toArray(Column[]::new);
    Map<List<String>, Long> counts = new HashMap<>();
    rows.groupBy(array(key))
        .agg(count(lit(1)))
        .collectAsList()
        .forEach(row -> counts.put(List.copyOf(row.<String>getList(0)), row.getLong(1)));
    return counts;
  }
}
