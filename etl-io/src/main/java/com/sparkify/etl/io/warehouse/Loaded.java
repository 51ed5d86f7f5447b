package com.sparkify.etl.io.warehouse;

import java.util.List;

/**
 * What a load did to the star.
 *
 * @param runId the run that had published the rows
 * @param previousRunId the run whose rows the star held before; blank if it held none
 * @param tables what became of each table
 */
public record Loaded(String runId, String previousRunId, List<Change> tables) {

  /**
   * What became of a table.
   *
   * @param rows rows that it holds now
   * @param inserted rows that were not there, by their key
   * @param updated rows that were there with other values
   * @param deleted rows that are gone
   */
  public record Change(String table, long rows, long inserted, long updated, long deleted) {}

  public Loaded {
    tables = List.copyOf(tables);
  }
}
