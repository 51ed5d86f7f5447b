package com.sparkify.etl.io.catalog;

import com.sparkify.etl.core.table.Table;
import java.util.Optional;

/**
 * How the catalog has a table of the lake.
 *
 * @param table as the lake has it
 * @param location where the catalog says that it is; empty if the catalog does not have it
 * @param columns how many the catalog has
 * @param partitions how many the catalog has; 0 of a table without partitions
 * @param difference in what the catalog differs from the lake; empty if in nothing
 */
public record TableState(
    Table table,
    Optional<String> location,
    int columns,
    long partitions,
    Optional<String> difference) {

  static TableState absent(Table table) {
    return new TableState(table, Optional.empty(), 0, 0, Optional.empty());
  }
}
