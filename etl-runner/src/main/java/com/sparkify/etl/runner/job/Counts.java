package com.sparkify.etl.runner.job;

import com.sparkify.etl.core.table.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What was counted: numbers by name, apart for each key where there are several. Of a name without
 * numbers nothing was counted, which is zero; no number is.
 *
 * @param numbers by name, then key
 */
record Counts(Map<String, Map<List<String>, Long>> numbers) {
  static final Counts NONE = new Counts(Map.of());

  Counts {
    Map<String, Map<List<String>, Long>> counted = new HashMap<>();
    numbers.forEach(
        (name, byKey) -> {
          Map<List<String>, Long> some = new HashMap<>(byKey);
          some.values().removeIf(number -> number == 0);
          if (!some.isEmpty()) {
            counted.put(name, Map.copyOf(some));
          }
        });
    numbers = Map.copyOf(counted);
  }

  static Counts of(String name, long number) {
    return new Counts(Map.of(name, Map.of(List.of(), number)));
  }

  /** What {@code parts} counted together. */
  static Counts total(Stream<Counts> parts) {
    Map<String, Map<List<String>, Long>> total = new HashMap<>();
    parts.forEach(
        part ->
            part.numbers.forEach(
                (name, byKey) -> {
                  Map<List<String>, Long> ofName =
                      total.computeIfAbsent(name, first -> new HashMap<>());
                  byKey.forEach((key, number) -> ofName.merge(key, number, Long::sum));
                }));
    return new Counts(total);
  }

  boolean has(String name) {
    return numbers.containsKey(name);
  }

  /** All numbers of {@code name} together. */
  long sum(String name) {
    return numbers.getOrDefault(name, Map.of()).values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * The rows of {@code table}, by year and month; by the empty list where it is counted as a whole.
   */
  Map<List<Object>, Long> rows(Table table) {
    Map<List<Object>, Long> rows = new HashMap<>();
    numbers
        .getOrDefault(table.name(), Map.of())
        .forEach((key, number) -> rows.put(List.copyOf(key), number));
    return rows;
  }
}
