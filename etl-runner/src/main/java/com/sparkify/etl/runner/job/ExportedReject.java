package com.sparkify.etl.runner.job;

import com.sparkify.etl.io.source.SourceFile;

/**
 * A rejected record, as it was exported.
 *
 * @param file the source file, as a full URI
 * @param size bytes of the version of {@code file} that was read
 * @param modifiedMillis when that version was written; epoch milliseconds
 * @param line the line of {@code file} on which the record starts
 * @param exportLine the line of the exported file on which it starts
 */
record ExportedReject(
    String source,
    String reason,
    String file,
    long size,
    long modifiedMillis,
    long line,
    long exportLine) {

  /** The version of the source file that was read. */
  SourceFile version() {
    return new SourceFile(file, size, modifiedMillis);
  }

  /** The name of the file that holds the records of a reason in the export {@code id}. */
  static String fileName(String id, String reason) {
    return "replay-%s-%s.json".formatted(id, reason);
  }
}
