package com.sparkify.etl.core.quality;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;

/**
 * Sums up rows while somebody else reads them, such as who writes them: no pass of its own, and no
 * need to keep them. Of the first query that reads them it counts each row once, also where a task
 * is tried again, if no shuffle comes after it.
 */
public final class Watch {
  private static final long PATIENCE_SECONDS = 60;

  private final Observation observation = new Observation(UUID.randomUUID().toString());

  /** {@code rows} as they are, summed up on their way by {@code aggregates}, which have names. */
  public Dataset<Row> over(Dataset<Row> rows, List<Column> aggregates) {
    return rows.observe(
        observation,
        aggregates.get(0),
        aggregates.subList(1, aggregates.size()).toArray(Column[]::new));
  }

  /**
   * The values by name, of rows that were read to their end.
   *
   * @throws IllegalStateException if Spark does not tell them within a minute, because nobody has
   *     read the rows or its queue of events was full
   */
  public Map<String, Object> values() {
    try {
      return supplyAsync(this::observed).get(PATIENCE_SECONDS, SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw notTold(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw notTold(e);
    }
  }

  /** In a thread of its own, which nobody interrupts. */
  private Map<String, Object> observed() {
    try {
      return observation.getAsJava();
    } catch (InterruptedException e) {
      throw new CompletionException(e);
    }
  }

  private static IllegalStateException notTold(Exception cause) {
    return new IllegalStateException(
        "Spark did not tell what it counted of the rows that were written within %d seconds. If its log speaks of dropped events, raise spark.scheduler.listenerbus.eventqueue.capacity."
            .formatted(PATIENCE_SECONDS),
        cause);
  }
}
