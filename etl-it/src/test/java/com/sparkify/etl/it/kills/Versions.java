package com.sparkify.etl.it.kills;

import com.sparkify.etl.core.star.StarSchema;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.it.kills.Site.Vanished;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The rows of every table before and after a run that nothing disturbed. */
record Versions(Map<Table, List<List<String>>> before, Map<Table, List<List<String>>> after) {

  /** The rows that {@code site} publishes now. */
  static Map<Table, List<List<String>>> published(Site site) {
    Map<Table, List<List<String>>> rows = new HashMap<>();
    for (Table table : StarSchema.TABLES) {
      try {
        rows.put(table, site.rows(table));
      } catch (Vanished e) {
        throw new IllegalStateException("table '%s' cannot be read".formatted(table.name()), e);
      }
    }
    return rows;
  }

  /** What a reader must not have seen: rows of neither version, or a key of both missing. */
  List<String> wrongIn(LoopingReader.Seen seen) {
    List<String> wrong = new ArrayList<>();
    seen.answers()
        .forEach((table, answers) -> answers.forEach(answer -> wrong.addAll(wrong(table, answer))));
    return wrong;
  }

  /** The tables in which {@code published} differs from the version after. */
  List<String> differencesTo(Map<Table, List<List<String>>> published) {
    return StarSchema.TABLES.stream()
        .filter(table -> !rowsOf(after, table).equals(rowsOf(published, table)))
        .map(
            table ->
                "table '%s' has not the rows of an unbroken run: %d rows for %d"
                    .formatted(
                        table.name(), rowsOf(published, table).size(), rowsOf(after, table).size()))
        .toList();
  }

  private List<String> wrong(Table table, List<List<String>> answer) {
    Set<List<String>> strange = new HashSet<>(answer);
    rowsOf(before, table).forEach(strange::remove);
    rowsOf(after, table).forEach(strange::remove);
    Set<List<String>> missing = keys(table, rowsOf(before, table));
    missing.retainAll(keys(table, rowsOf(after, table)));
    missing.removeAll(keys(table, answer));
    List<String> wrong = new ArrayList<>();
    if (!strange.isEmpty()) {
      wrong.add("table '%s' had rows of neither version: %s".formatted(table.name(), strange));
    }
    if (!missing.isEmpty()) {
      wrong.add("table '%s' missed the rows of %s".formatted(table.name(), missing));
    }
    return wrong;
  }

  private static List<List<String>> rowsOf(Map<Table, List<List<String>>> version, Table table) {
    return version.getOrDefault(table, List.of());
  }

  private static Set<List<String>> keys(Table table, List<List<String>> rows) {
    List<Integer> columns = table.key().stream().map(table.fields()::indexOf).toList();
    return rows.stream()
        .map(row -> columns.stream().map(row::get).toList())
        .collect(Collectors.toCollection(HashSet::new));
  }
}
