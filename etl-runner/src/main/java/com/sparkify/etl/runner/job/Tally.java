package com.sparkify.etl.runner.job;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import com.sparkify.etl.core.quality.Check;
import com.sparkify.etl.core.quality.Profile;
import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Reference;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.runner.spark.SideBySide;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Counts tables, and what breaks the promises about them.
 *
 * <p>Each query is a small job of its own, several at a time: one query over all of them takes
 * Spark far longer to plan than the jobs take.
 */
final class Tally {
  private static final String VIOLATIONS = "violations";

  private final List<Query> queries = new ArrayList<>();
  private final Set<String> counted = new HashSet<>();

  /**
   * A query that counts.
   *
   * @param counts what the columns that hold counts count; the others tell apart what is counted
   */
  private record Query(Supplier<Dataset<Row>> result, Map<String, String> counts) {
    Counts counted() {
      return Counts.total(result.get().collectAsList().stream().map(this::of));
    }

    private Counts of(Row row) {
      List<String> columns = List.of(row.schema().fieldNames());
      List<String> key =
          columns.stream()
              .filter(column -> !counts.containsKey(column))
              .map(column -> String.valueOf(row.<Object>getAs(column)))
              .toList();
      Map<String, Map<List<String>, Long>> numbers = new HashMap<>();
      counts.forEach(
          (column, name) -> {
            int at = columns.indexOf(column);
            numbers.put(name, Map.of(key, row.isNullAt(at) ? 0 : row.getLong(at)));
          });
      return new Counts(numbers);
    }
  }

  /**
   * Counts {@code rows} under the name of {@code table}, apart for each combination of {@code by},
   * with {@code sums} under their names, and what may break the promises of the table: a promise of
   * which nothing is counted holds.
   *
   * @param sums whole numbers, to be summed up
   * @param targets what the rows point at
   */
  void add(
      Table table,
      Dataset<Row> rows,
      List<Field> by,
      Map<String, Column> sums,
      Map<Reference, Dataset<Row>> targets) {
    Map<String, String> counts = new HashMap<>();
    sums.keySet().forEach(name -> counts.put(name, name));
    counts.put(Profile.ROWS, table.name());
    counts.put(Profile.REPEATED_KEYS, Check.uniqueKey(table, rows).promise());
    counts.put(Profile.INCOMPLETE_ROWS, Check.requiredFields(table, rows).promise());
    targets.forEach(
        (reference, target) ->
            counts.put(
                Profile.danglingRows(reference),
                Check.references(reference, rows, target).promise()));
    add(() -> Profile.of(table, rows, by, sums, targets), counts);
  }

  /** Counts what breaks {@code check}, unless that is counted with its table. */
  void add(Check check) {
    if (!counted.contains(check.promise())) {
      add(
          () -> check.violations().agg(count(lit(1)).as(VIOLATIONS)),
          Map.of(VIOLATIONS, check.promise()));
    }
  }

  /** Starts to count; what is added later is not counted. */
  Counting start() {
    List<CompletableFuture<Counts>> started =
        SideBySide.started(
            queries.stream().<Supplier<Counts>>map(query -> query::counted).toList());
    Map<String, CompletableFuture<Counts>> counting = new HashMap<>();
    for (int i = 0; i < queries.size(); i++) {
      for (String name : queries.get(i).counts().values()) {
        counting.put(name, started.get(i));
      }
    }
    return new Counting(counting);
  }

  private void add(Supplier<Dataset<Row>> result, Map<String, String> counts) {
    queries.add(new Query(result, counts));
    counted.addAll(counts.values());
  }
}
