package com.sparkify.etl.io.lake;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was done for the tables of a lake.
 *
 * @param tables by table name
 * @param expired runs whose versions can no longer be read, oldest first
 */
public record Maintained(Map<String, Saved> tables, List<String> expired) {

  /**
   * What was done for a table.
   *
   * @param before data files and manifests of the current version, before
   * @param after the same, after
   * @param removed files of all kinds that were deleted, and the bytes in them
   */
  public record Saved(Files before, Files after, WorkFolder.Size removed) {}

  /**
   * Files of a version of a table.
   *
   * @param data data files
   * @param bytes in them
   * @param manifests files that list the data files
   */
  public record Files(long data, long bytes, int manifests) {}

  public Maintained {
    tables = new TreeMap<>(tables);
    expired = List.copyOf(expired);
  }
}
