package com.sparkify.etl.runner.job;

import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.runner.spark.SideBySide;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Counts that are being made. A failure to count is thrown to whoever asks for what could not be
 * counted, when all queries have ended.
 */
final class Counting {
  private final Map<String, CompletableFuture<Counts>> queries;

  /**
   * What {@code queries} count.
   *
   * @param queries by the names of what each counts
   */
  Counting(Map<String, CompletableFuture<Counts>> queries) {
    this.queries = Map.copyOf(queries);
  }

  /** The counts of what is counted together with the rows of {@code table}, once they are made. */
  Counts of(Table table) {
    CompletableFuture<Counts> query = queries.get(table.name());
    return query == null ? Counts.NONE : result(query);
  }

  /** All counts, once they are made. */
  Counts all() {
    return Counts.total(Set.copyOf(queries.values()).stream().map(this::result));
  }

  private Counts result(CompletableFuture<Counts> query) {
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
