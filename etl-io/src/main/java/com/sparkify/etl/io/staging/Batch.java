package com.sparkify.etl.io.staging;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * One immutable load of source files, or what counts of several batches, packed into one.
 *
 * @param id names the batch; ids sort in the order in which batches are made
 * @param replaces ids of the batches that this one stands for, and which count no more; none if it
 *     is a load
 */
public record Batch(String id, List<StagedFile> files, Set<String> replaces) {

  public Batch {
    files = List.copyOf(files);
    replaces = new TreeSet<>(replaces);
  }

  /** A load of {@code files}. */
  public Batch(String id, List<StagedFile> files) {
    this(id, files, Set.of());
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
