package com.sparkify.etl.io.staging;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * One immutable load of source files.
 *
 * @param id names the batch; ids sort in the order of the loads
 */
public record Batch(String id, List<StagedFile> files) {

  public Batch {
    files = List.copyOf(files);
  }

  public long read() {
    return sum(StagedFile::read);
  }

  public long accepted() {
    return sum(StagedFile::accepted);
  }

  public long rejected() {
    return sum(StagedFile::rejected);
  }

  /** Rejected records by reason. */
  public Map<String, Long> rejectsByReason() {
    return totals(StagedFile::rejectsByReason);
  }

  /** Records that have each field that the schema does not know. */
  public Map<String, Long> unknownFields() {
    return totals(StagedFile::unknownFields);
  }

  private long sum(ToLongFunction<StagedFile> records) {
    return files.stream().mapToLong(records).sum();
  }

  private Map<String, Long> totals(Function<StagedFile, Map<String, Long>> counts) {
    Map<String, Long> totals = new TreeMap<>();
    files.forEach(
        file -> counts.apply(file).forEach((name, n) -> totals.merge(name, n, Long::sum)));
    return totals;
  }
}
