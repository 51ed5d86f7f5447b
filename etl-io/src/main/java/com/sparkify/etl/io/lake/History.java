package com.sparkify.etl.io.lake;

import com.sparkify.etl.core.table.Table;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The versions that a lake keeps. Each is one of all tables: a reader of one sees the rows of one
 * run in every table, whatever is published meanwhile.
 */
public interface History {

  /** The versions that can be read, oldest first. The last one is current. */
  List<Version> versions();

  /**
   * The rows that {@code table} had in the version of run {@code runId}.
   *
   * @throws com.sparkify.etl.core.EtlException of kind CONFIG if there is no such version, or the
   *     table was not in it
   */
  Dataset<Row> read(Table table, String runId);

  /**
   * Makes the rows of the version of run {@code to} those of all tables again. That is a version of
   * its own, so it can be rolled back too. No row is written.
   *
   * @param runId the run that does it
   * @param at when, for the record
   * @throws com.sparkify.etl.core.EtlException of kind CONFIG if there is no such version
   */
  Version rollBack(String to, String runId, Instant at);

  /**
   * Makes the tables cheaper to read and to keep; their rows stay. Readers at work are not
   * disturbed, as far as {@code maintenance} keeps what they read.
   */
  Maintained maintain(Maintenance maintenance);
}
