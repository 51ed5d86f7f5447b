package com.sparkify.etl.io.lake.iceberg;

import org.apache.iceberg.Table;
import org.apache.iceberg.actions.RewriteDataFiles;
import org.apache.iceberg.spark.actions.SparkActions;
import org.apache.spark.sql.SparkSession;

/**
 * Makes the files of a table fewer and their sizes alike, on main. The rows stay, so that main
 * still holds those of the newest version, as {@link Refs#mainHasRowsOf} tells.
 */
final class Compaction {
  /** More lists of files are made one. */
  private static final int MANIFESTS = 3;

  private Compaction() {}

  /** Compacts {@code table}, if it has files to be made one; sorted as the table is. */
  static void of(SparkSession spark, Table table, long fileBytes) {
    RewriteDataFiles files =
        SparkActions.get(spark)
            .rewriteDataFiles(table)
            .option(RewriteDataFiles.TARGET_FILE_SIZE_BYTES, Long.toString(fileBytes));
    if (table.sortOrder().isSorted()) {
      files.sort();
    }
    files.execute();
    table.refresh();
    if (manifests(table) > MANIFESTS) {
      table.rewriteManifests().clusterBy(file -> "").commit();
    }
  }

  static int manifests(Table table) {
    return table.currentSnapshot().allManifests(table.io()).size();
  }
}
