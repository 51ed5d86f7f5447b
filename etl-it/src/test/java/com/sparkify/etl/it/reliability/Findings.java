package com.sparkify.etl.it.reliability;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.sparkify.etl.it.faults.Outcome;
import com.sparkify.etl.it.kills.Kills.Killed;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What became of the trials so far; of those on different sites, which run side by side, too. */
final class Findings {
  private final List<Killed> kills = new ArrayList<>();
  private final Map<String, Outcome> faults = new LinkedHashMap<>();
  private boolean isComplete;

  synchronized void add(Killed trial) {
    kills.add(trial);
  }

  synchronized void add(String fault, Outcome outcome) {
    faults.put(fault, outcome);
  }

  /** There will be no more. */
  synchronized void complete() {
    isComplete = true;
  }

  /** Whether every promise was kept. */
  synchronized boolean arePromisesKept() {
    return kills.stream().allMatch(trial -> trial.wrong().isEmpty())
        && faults.values().stream().allMatch(outcome -> outcome.problems().isEmpty());
  }

  /** Prints the table: a line for all trials of a fault on a site, one site after the other. */
  synchronized void print(PrintStream out) {
    out.println(Row.heading());
    kills.stream()
        .sorted(Comparator.comparing(Killed::site))
        .collect(groupingBy(trial -> trial.site() + trial.when(), LinkedHashMap::new, toList()))
        .values()
        .forEach(same -> out.println(Row.of(same)));
    faults.forEach((fault, outcome) -> out.println(Row.of(fault, outcome)));
    if (!isComplete) {
      out.printf("%nBroken off after %d kills and %d faults of S3.%n", kills.size(), faults.size());
    }
    out.flush();
  }
}
