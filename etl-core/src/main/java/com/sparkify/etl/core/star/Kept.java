package com.sparkify.etl.core.star;

import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How rows are kept that more than one table, check or write needs. */
public interface Kept {
  /** They are computed whenever they are needed. */
  Kept NOWHERE =
      new Kept() {
        @Override
        public Dataset<Row> table(Dataset<Row> rows) {
          return rows;
        }

        @Override
        public Dataset<Row> few(Dataset<Row> rows) {
          return rows;
        }

        @Override
        public Dataset<Row> spread(Dataset<Row> rows, Column... by) {
          return rows;
        }

        @Override
        public Optional<Dataset<Row>> ahead(Supplier<Dataset<Row>> rows) {
          return Optional.empty();
        }

        @Override
        public Optional<Long> number(Dataset<Row> rows) {
          return Optional.empty();
        }
      };

  /** {@code rows} of a table, from now on as they are kept. */
  Dataset<Row> table(Dataset<Row> rows);

  /**
   * {@code rows} that are most often few, and from now on known to be: Spark plans a join by the
   * size of what it joins.
   */
  Dataset<Row> few(Dataset<Row> rows);

  /**
   * {@code rows} of a fact, so divided that all with the same value of {@code by} are in one task,
   * and tasks do not overlap in it; or as they are, where they are divided when they are written.
   */
  Dataset<Row> spread(Dataset<Row> rows, Column... by);

  /**
   * Rows like those of {@link #few} that are computed ahead of others, whose queries then have less
   * to go over; nothing where that takes longer than it saves.
   */
  Optional<Dataset<Row>> ahead(Supplier<Dataset<Row>> rows);

  /**
   * The whole number in the one row of {@code rows}, which are made of rows that were computed
   * ahead; nothing if it is null, or where to know it takes longer than it saves.
   */
  Optional<Long> number(Dataset<Row> rows);
}
