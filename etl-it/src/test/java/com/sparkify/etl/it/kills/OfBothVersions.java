package com.sparkify.etl.it.kills;

import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.it.kills.Site.Vanished;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A question for the rows of a table, which may be of both versions; none of both is missing. */
record OfBothVersions(Table table, Rows rows) implements Question {

  @Override
  public String name() {
    return "table '%s'".formatted(table.name());
  }

  @Override
  public List<List<String>> answer() throws Vanished {
    return rows.now();
  }

  @Override
  public List<String> wrongIn(
      List<List<String>> answer, List<List<String>> before, List<List<String>> after) {
    Set<List<String>> strange = new HashSet<>(answer);
    before.forEach(strange::remove);
    after.forEach(strange::remove);
    Set<List<String>> missing = keys(before);
    missing.retainAll(keys(after));
    missing.removeAll(keys(answer));
    List<String> wrong = new ArrayList<>();
    if (!strange.isEmpty()) {
      wrong.add("%s had rows of neither version: %s".formatted(name(), strange));
    }
    if (!missing.isEmpty()) {
      wrong.add("%s missed the rows of %s".formatted(name(), missing));
    }
    return wrong;
  }

  private Set<List<String>> keys(List<List<String>> rows) {
    List<Integer> columns = table.key().stream().map(table.fields()::indexOf).toList();
    return rows.stream()
        .map(row -> columns.stream().map(row::get).toList())
        .collect(Collectors.toCollection(HashSet::new));
  }
}
