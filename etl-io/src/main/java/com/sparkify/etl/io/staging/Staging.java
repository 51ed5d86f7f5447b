package com.sparkify.etl.io.staging;

import com.sparkify.etl.core.column.TimeSpan;
import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.io.source.SourceFile;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The staged rows of one source, in immutable batches.
 *
 * <p>A batch counts from the instant at which it is complete, and as a whole: a load that stops
 * earlier leaves nothing that counts, and the next load removes its remains. Every record of a file
 * is one row of its batch, good or rejected.
 */
public interface Staging {

  /** The batches that count. A source that was never staged has none. */
  Ledger ledger();

  /**
   * Reads {@code files} into a new batch.
   *
   * @throws com.sparkify.etl.core.EtlException if a file cannot be read or the batch not be written
   */
  Batch stage(List<SourceFile> files);

  /**
   * Puts a new batch in the place of those of {@code packing}, with the rows and the ledger of the
   * versions that move.
   *
   * <p>From the instant at which it is complete the batches that it stands for count no more; until
   * then they do. They are there until {@link #removeLeftovers}.
   *
   * @throws com.sparkify.etl.core.EtlException if the batch cannot be written, or its rows are not
   *     those that the ledger tells
   */
  Batch pack(Packing packing);

  /** Ids of batches that do not count: loads that were cut off, and batches that were packed. */
  Set<String> leftovers();

  /** Removes what {@link #leftovers} names. Nobody else may be staging. */
  void removeLeftovers();

  /** The rows that count in {@code ledger}: those of the current version of each file. */
  Dataset<Row> current(Ledger ledger);

  /**
   * Those of them that lie beside a row of a time that is needed: all of the files of which {@code
   * isNeeded} says so of their times, from the first to the last.
   *
   * @param time a field of the rows, the same always, in epoch milliseconds
   */
  Dataset<Row> current(Ledger ledger, Field time, Predicate<TimeSpan> isNeeded);

  /**
   * The rows by which the batches {@code after} others differ from them: the rows of the newer
   * batches, and the older rows that they replace.
   */
  Dataset<Row> changed(Ledger ledger, Set<String> after);
}
