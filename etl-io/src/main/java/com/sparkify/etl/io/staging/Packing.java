package com.sparkify.etl.io.staging;

import com.sparkify.etl.io.staging.Ledger.Version;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one batch takes over from several.
 *
 * @param batches ids of the batches whose place it takes
 * @param moved the versions of files in them that count
 * @param dropped number of versions in them that do not count, and go
 */
public record Packing(Set<String> batches, List<Version> moved, int dropped) {

  public Packing {
    batches = new TreeSet<>(batches);
    moved = List.copyOf(moved);
  }

  /** Whether there is anything to gain: several batches, or versions that count no more. */
  public boolean isNeeded() {
    return !moved.isEmpty() && (batches.size() > 1 || dropped > 0);
  }

  /** Rows that move. */
  public long rows() {
    return moved.stream().mapToLong(version -> version.file().read()).sum();
  }
}
