package com.sparkify.etl.runner.job;

import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.runner.spark.SideBySide;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Counts that are being made, by name, then key. A name of which nothing was counted has none. A
 * failure to count is thrown to whoever asks for what could not be counted, when all queries have
 * ended.
 */
final class Counting {
  private final Map<String, CompletableFuture<Map<String, Map<List<String>, Long>>>> queries;

  /**
   * What {@code queries} count.
   *
   * @param queries by the names of what each counts
   */
  Counting(Map<String, CompletableFuture<Map<String, Map<List<String>, Long>>>> queries) {
    this.queries = Map.copyOf(queries);
  }

  /** The counts of what is counted together with the rows of {@code table}, once they are made. */
  Map<String, Map<List<String>, Long>> of(Table table) {
    CompletableFuture<Map<String, Map<List<String>, Long>>> query = queries.get(table.name());
    return query == null ? Map.of() : result(query);
  }

  /** All counts, once they are made. */
  Map<String, Map<List<String>, Long>> all() {
    Map<String, Map<List<String>, Long>> all = new HashMap<>();
    Set.copyOf(queries.values()).forEach(query -> all.putAll(result(query)));
    return all;
  }

  private Map<String, Map<List<String>, Long>> result(
      CompletableFuture<Map<String, Map<List<String>, Long>>> query) {
    try {
      return SideBySide.result(query);
    } catch (RuntimeException failure) {
      end();
      throw failure;
    }
  }

  /** Waits until nothing is counted any more. */
  void end() {
    CompletableFuture.allOf(queries.values().toArray(CompletableFuture[]::new))
        .handle((counted, failed) -> failed)
        .join();
  }
}
