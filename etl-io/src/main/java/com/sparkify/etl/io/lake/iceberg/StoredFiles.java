package com.sparkify.etl.io.lake.iceberg;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;

/**
 * The data files of a table in one snapshot, as its metadata tells them; no file is opened.
 *
 * @param rows by partition folder
 * @param bytes in all files
 */
record StoredFiles(Map<String, Long> rows, int files, long bytes) {

  static StoredFiles of(Table table, long snapshotId, Partitioning partitioning)
      throws IOException {
    Map<String, Long> rows = new TreeMap<>();
    int files = 0;
    long bytes = 0;
    try (CloseableIterable<FileScanTask> found =
        table.newScan().useSnapshot(snapshotId).planFiles()) {
      for (FileScanTask task : found) {
        rows.merge(
            partitioning.folder(task.file().partition()), task.file().recordCount(), Long::sum);
        files++;
        bytes += task.file().fileSizeInBytes();
      }
    }
    return new StoredFiles(rows, files, bytes);
  }

  /**
   * Does nothing if the files hold {@code expected} rows.
   *
   * @param expected by partition folder; by the empty name where partitions are not told apart
   * @throws EtlException of kind QUALITY if they do not
   */
  void requireRows(String table, Map<String, Long> expected) {
    boolean isTotal = expected.keySet().stream().allMatch(String::isEmpty);
    Map<String, Long> wanted = new TreeMap<>(expected);
    wanted.values().removeIf(n -> n == 0);
    if (isTotal ? total(rows) != total(wanted) : !rows.equals(wanted)) {
      throw new EtlException(
          Kind.QUALITY,
          ("The files written for table '%s' do not hold the rows that were counted for it: %s"
                  + " where %s were expected. Nothing was published. Run again; if it happens again,"
                  + " the rows of the table change from one reading to the next.")
              .formatted(table, isTotal ? total(rows) : rows, isTotal ? total(wanted) : wanted));
    }
  }

  private static long total(Map<String, Long> rows) {
    return rows.values().stream().mapToLong(Long::longValue).sum();
  }
}
