package com.sparkify.etl.io.lake;

import com.sparkify.etl.core.table.Table;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The rows of some partitions of a table. A partition that is replaced and has no new rows ends up
 * with those in the files that stay.
 *
 * @param partitions values of {@link Table#partitionedBy}; none if the table stays as it is
 * @param staying files of these partitions that stay
 */
public record Replaced(Set<List<Object>> partitions, List<TimedFile> staying) {
  /** Nothing. */
  public static final Replaced NOTHING = new Replaced(Set.of(), List.of());

  public Replaced {
    partitions = Set.copyOf(partitions);
    staying = List.copyOf(staying);
  }

  /** Whole partitions. */
  public static Replaced whole(Set<List<Object>> partitions) {
    return new Replaced(partitions, List.of());
  }

  /** Whether the table stays as it is. */
  public boolean isNothing() {
    return partitions.isEmpty();
  }

  /** The folders of the partitions of {@code table}. */
  public Set<String> folders(Table table) {
    return partitions.stream()
        .map(partition -> Layout.folder(table, partition))
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The rows of {@code table} that stay, by partition folder.
   *
   * @param before all that it had
   */
  public Map<String, Long> rowsOfRest(Table table, Map<String, Long> before) {
    Map<String, Long> rest = new TreeMap<>(before);
    rest.keySet().removeAll(folders(table));
    staying.forEach(file -> rest.merge(file.folder(), file.rows(), Long::sum));
    return rest;
  }
}
