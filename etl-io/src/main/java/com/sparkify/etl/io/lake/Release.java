package com.sparkify.etl.io.lake;

import static java.util.concurrent.CompletableFuture.runAsync;

import com.sparkify.etl.core.table.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * New rows for tables of the lake, to be published together.
 *
 * @param at the time of the release, for the record
 * @param parts in the order in which readers see them, where a lake cannot show all at once: what
 *     is pointed at before what points
 * @param audit what is called when all parts are written and no reader sees them; if it throws,
 *     nobody ever will
 */
public record Release(String runId, Instant at, Basis basis, List<Part> parts, Runnable audit) {

  /**
   * The new rows of a table, or of some of its partitions.
   *
   * @param table the table with the layout in which it is stored
   * @param replaced what they take the place of; empty if that is the whole table. Where it is
   *     nothing, no row is written.
   */
  public record Part(Table table, Dataset<Row> rows, Amount amount, Optional<Replaced> replaced) {

    /** Rows that were counted. */
    public Part(
        Table table,
        Dataset<Row> rows,
        Map<List<Object>, Long> rowCounts,
        Optional<Replaced> replaced) {
      this(table, rows, Amount.of(() -> rowCounts), replaced);
    }

    /** How many rows there are, by the values of their partition, once they are written. */
    public Map<List<Object>, Long> rowCounts() {
      return Map.copyOf(amount.byPartition().get());
    }

    /** Whether the table stays as it is. */
    public boolean isLeftAlone() {
      return replaced.filter(Replaced::isNothing).isPresent();
    }

    /**
     * How many rows the table has once the part is published, by partition folder.
     *
     * @param before how many it had
     */
    public Map<String, Long> rowsAfter(Map<String, Long> before) {
      Map<String, Long> rows = new TreeMap<>();
      replaced.ifPresent(part -> rows.putAll(part.rowsOfRest(table, before)));
      if (!isLeftAlone()) {
        rowCounts()
            .forEach((partition, n) -> rows.merge(Layout.folder(table, partition), n, Long::sum));
      }
      return rows;
    }
  }

  /**
   * How many rows there are.
   *
   * @param about how many they are about; asked for before they are written, and may have to be
   *     waited for
   * @param byPartition how many it were, by the values of their partition, by the empty list where
   *     partitions are not told apart; asked for when they are written
   * @param areLaidOut whether the rows are divided among tasks as they shall be among files, and in
   *     each task in the order of the table
   */
  public record Amount(
      LongSupplier about, Supplier<Map<List<Object>, Long>> byPartition, boolean areLaidOut) {

    /** Rows that are counted, by the values of their partition. */
    public static Amount of(Supplier<Map<List<Object>, Long>> byPartition) {
      return new Amount(
          () -> byPartition.get().values().stream().mapToLong(Long::longValue).sum(),
          byPartition,
          false);
    }

    /** About how many they are. */
    public long expected() {
      return about.getAsLong();
    }
  }

  /** A release that needs no audit. */
  public Release(String runId, Instant at, Basis basis, List<Part> parts) {
    this(runId, at, basis, parts, () -> {});
  }

  public Release {
    parts = List.copyOf(parts);
  }

  /**
   * Does {@code writing} for the parts, several at the same time, and then the audit. What points
   * comes first, since it is larger than what it points at. A failure is thrown when all of them
   * have ended.
   *
   * @param threads where; none is at work any more when this returns or throws
   */
  public void write(Consumer<Part> writing, Executor threads) {
    List<Part> largestFirst = new ArrayList<>(parts);
    Collections.reverse(largestFirst);
    CompletableFuture<?>[] written =
        largestFirst.stream()
            .map(part -> runAsync(() -> writing.accept(part), threads))
            .toArray(CompletableFuture[]::new);
    try {
      CompletableFuture.allOf(written).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    }
    audit.run();
  }
}
