package com.sparkify.etl.runner.report;

/**
 * A table after a run.
 *
 * @param rows rows of the whole table
 * @param files data files of the whole table
 * @param bytes size of {@code files}
 * @param filesWritten data files that the run wrote
 * @param bytesWritten size of {@code filesWritten}
 */
public record TableReport(
    String table, long rows, int files, long bytes, int filesWritten, long bytesWritten) {}
