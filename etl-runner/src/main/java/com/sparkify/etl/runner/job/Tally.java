package com.sparkify.etl.runner.job;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Counts the rows of many datasets in one Spark job. */
final class Tally {
  private Optional<Dataset<Row>> counted = Optional.empty();

  /** Counts {@code rows} under {@code name}, apart for each combination of {@code by} as text. */
  void add(String name, Dataset<Row> rows, Column... by) {
    Column[] key = Stream.of(by).map(column -> column.cast("string")).toArray(Column[]::new);
    Dataset<Row> keyed =
        rows.select(lit(name).as("_name"), array(key).cast("array<string>").as("_key"));
    counted = Optional.of(counted.map(others -> others.union(keyed)).orElse(keyed));
  }

  /** The counts by name, then key. A name without rows has none. */
  Map<String, Map<List<String>, Long>> counts() {
    Map<String, Map<List<String>, Long>> counts = new HashMap<>();
    if (counted.isPresent()) {
      for (Row row :
          counted
              .orElseThrow()
              .groupBy(col("_name"), col("_key"))
              .agg(count(lit(1)))
              .collectAsList()) {
        List<String> key = List.copyOf(row.getList(1));
        counts.computeIfAbsent(row.getString(0), name -> new HashMap<>()).put(key, row.getLong(2));
      }
    }
    return counts;
  }
}
