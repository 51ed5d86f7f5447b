package com.sparkify.etl.io.lake;

import com.sparkify.etl.core.table.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * New rows for tables of the lake, to be published together.
 *
 * @param at the time of the release, for the record
 */
public record Release(String runId, Instant at, Basis basis, List<Part> parts) {

  /**
   * The new rows of a table, or of some of its partitions.
   *
   * @param table the table with the layout in which it is stored
   * @param rowCount how many {@code rows} there are, which decides the number of files
   * @param partitions the partitions whose rows are replaced, as values of the table's partition
   *     fields; empty if the whole table is. A partition that is named and has no rows ends up
   *     empty.
   */
  public record Part(
      Table table, Dataset<Row> rows, long rowCount, Optional<Set<List<Object>>> partitions) {}

  public Release {
    parts = List.copyOf(parts);
  }
}
