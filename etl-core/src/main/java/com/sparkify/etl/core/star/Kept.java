package com.sparkify.etl.core.star;

import com.sparkify.etl.core.table.Table;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How rows are kept that more than one table, check or write needs. Unless told otherwise they are
 * not, and computed whenever they are needed.
 */
public interface Kept {
  /** They are not. */
  Kept NOWHERE = new Kept() {};

  /** {@code rows} of {@code table}, from now on as they are kept. */
  default Dataset<Row> table(Table table, Dataset<Row> rows) {
    return rows;
  }

  /**
   * {@code rows} that are most often few, and from now on known to be: Spark plans a join by the
   * size of what it joins.
   */
  default Dataset<Row> few(Dataset<Row> rows) {
    return rows;
  }

  /**
   * {@code rows} of a fact, so divided that all with the same value of {@code by} are in one task,
   * and tasks do not overlap in it; or as they are, where they are divided when they are written.
   */
  default Dataset<Row> spread(Dataset<Row> rows, Column... by) {
    return rows;
  }

  /**
   * Rows that are computed ahead of others, whose queries then have less to go over; nothing where
   * that takes longer than it saves.
   *
   * @param number an aggregate of them, a long
   */
  default Optional<Ahead> ahead(Supplier<Dataset<Row>> rows, Column number) {
    return Optional.empty();
  }

  /**
   * Rows like those of {@link #few} that were computed ahead.
   *
   * @param number what was asked about them; empty if it is null
   */
  record Ahead(Dataset<Row> rows, Optional<Long> number) {}
}
