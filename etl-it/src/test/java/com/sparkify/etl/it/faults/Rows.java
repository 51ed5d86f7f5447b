package com.sparkify.etl.it.faults;

import com.sparkify.etl.core.star.StarSchema;
import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.it.DuckDb;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All rows of a lake, as an analyst reads them.
 *
 * @param tables the rows of each table in order, as text
 * @param keys the keys of these rows, as text
 */
record Rows(Map<String, List<String>> tables, Map<String, Set<String>> keys) {

  static Rows of(Path lake) {
    DuckDb duckDb = new DuckDb(lake);
    Map<String, List<String>> tables = new TreeMap<>();
    Map<String, Set<String>> keys = new TreeMap<>();
    for (Table table : StarSchema.TABLES) {
      String key = table.key().stream().map(Field::name).collect(Collectors.joining(", "));
      tables.put(
          table.name(), duckDb.rows("SELECT * FROM \"%s\" ORDER BY ALL".formatted(table.name())));
      keys.put(
          table.name(),
          Set.copyOf(duckDb.rows("SELECT DISTINCT %s FROM \"%s\"".formatted(key, table.name()))));
    }
    return new Rows(tables, keys);
  }

  /** How these rows differ from {@code expected}, in words; nothing if they are the same. */
  List<String> differencesFrom(Rows expected) {
    return tables.keySet().stream()
        .filter(table -> !rows(table).equals(expected.rows(table)))
        .map(
            table ->
                "%s has %d rows (%d of them not expected), expected %d"
                    .formatted(
                        table,
                        rows(table).size(),
                        minus(rows(table), expected.rows(table)),
                        expected.rows(table).size()))
        .toList();
  }

  /**
   * What is wrong with these rows if they may be those of {@code before}, of {@code after}, or
   * both: a key of {@code before} that is missing, a row of neither.
   */
  List<String> wrongsBetween(Rows before, Rows after) {
    List<String> wrongs = new ArrayList<>();
    for (String table : tables.keySet()) {
      Set<String> missing = new HashSet<>(before.keys().getOrDefault(table, Set.of()));
      missing.removeAll(keys.getOrDefault(table, Set.of()));
      if (!missing.isEmpty()) {
        wrongs.add("%d rows of %s are missing".formatted(missing.size(), table));
      }
      List<String> known =
          Stream.concat(before.rows(table).stream(), after.rows(table).stream()).toList();
      long strange = minus(rows(table), known);
      if (strange > 0) {
        wrongs.add("%d rows of %s are of neither version".formatted(strange, table));
      }
    }
    return wrongs;
  }

  private List<String> rows(String table) {
    return tables.getOrDefault(table, List.of());
  }

  private static long minus(List<String> rows, List<String> known) {
    Set<String> all = new HashSet<>(known);
    return rows.stream().filter(row -> !all.contains(row)).count();
  }
}
