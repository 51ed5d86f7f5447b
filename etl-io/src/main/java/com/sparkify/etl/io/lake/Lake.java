package com.sparkify.etl.io.lake;

import com.sparkify.etl.core.table.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The published tables of the star schema.
 *
 * <p>A release is published as a whole: if {@link #publish} throws, or its process dies, the tables
 * hold the old rows, or the next {@link #recover} or {@link #publish} brings them to the old or the
 * new version. At no instant is a published row missing that both versions have. Publishing the
 * same rows again leaves the same rows.
 */
public interface Lake {

  /**
   * Finishes or undoes a publish that was cut off; empty if none was. Only for who holds the lake:
   * a publish that is still at work looks the same.
   */
  Optional<Recovery> recover();

  /** The version that is published; empty if the tables are not as a publish left them. */
  Optional<Version> current();

  /**
   * The version that was published last, as the lake tells it. It puts nothing right, so that it
   * may be asked while a run publishes.
   */
  Optional<Version> recorded();

  /**
   * Says that the current version follows from {@code basis}, which gives the same rows: staged
   * batches were packed into others. No table is touched.
   *
   * @throws com.sparkify.etl.core.EtlException if the lake cannot be written
   * @throws IllegalStateException if nothing is published
   */
  Version rebase(Basis basis);

  /**
   * Publishes {@code release} in place of the current version.
   *
   * @param threads where tables are written at the same time; none is at work any more when this
   *     returns or throws
   * @throws com.sparkify.etl.core.EtlException if the lake cannot be written
   */
  Version publish(Release release, Executor threads);

  /**
   * The published rows of {@code table}, with its columns in its order.
   *
   * @throws com.sparkify.etl.core.EtlException if the table was never published
   */
  Dataset<Row> read(Table table);

  /**
   * The files of {@code partitions} of {@code table}, of the version that is published, whose rows
   * lie in order of time. None of a partition in which a file does not tell the times of its rows:
   * it can only be replaced as a whole.
   *
   * @throws com.sparkify.etl.core.EtlException if the lake cannot be read
   */
  List<TimedFile> filesInTime(Table table, Set<List<Object>> partitions);

  /** The versions that the lake keeps; empty if its format keeps the newest one only. */
  Optional<History> history();
}
