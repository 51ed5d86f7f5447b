package com.sparkify.etl.it.kills;

import com.sparkify.etl.it.kills.Site.Vanished;
import java.util.List;

/** A question whose answer is all of one version or all of the other, never of both. */
record OfOneVersion(String name, Rows rows) implements Question {

  @Override
  public List<List<String>> answer() throws Vanished {
    return rows.now();
  }

  @Override
  public List<String> wrongIn(
      List<List<String>> answer, List<List<String>> before, List<List<String>> after) {
    return answer.equals(before) || answer.equals(after)
        ? List.of()
        : List.of(
            "%s: %d rows that are neither the %d of one run nor the %d of the other"
                .formatted(name, answer.size(), before.size(), after.size()));
  }
}
