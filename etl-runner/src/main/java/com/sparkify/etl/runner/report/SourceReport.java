package com.sparkify.etl.runner.report;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a run read of a source. Always {@code linesRead = accepted + rejected}.
 *
 * @param filesListed files of the source
 * @param filesStaged files that were new or had changed, and were read
 * @param linesRead records read, lines of logs or songs
 * @param rejectsByReason rejected records
 * @param unknownFields records that have each field that the schema does not know
 */
public record SourceReport(
    String source,
    int filesListed,
    int filesStaged,
    long linesRead,
    long accepted,
    long rejected,
    Map<String, Long> rejectsByReason,
    Map<String, Long> unknownFields) {
  public SourceReport {
    rejectsByReason = new TreeMap<>(rejectsByReason);
    unknownFields = new TreeMap<>(unknownFields);
  }
}
