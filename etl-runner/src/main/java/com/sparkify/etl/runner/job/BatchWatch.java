package com.sparkify.etl.runner.job;

import com.sparkify.etl.io.staging.Ledger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Warns of batches that have become many: each is listed and read by every run that builds. */
final class BatchWatch {
  private static final int MANY = 100;

  private BatchWatch() {}

  /** What is to be said of what is staged. */
  static List<String> warnings(Ledger songs, Ledger events) {
    Map<String, Ledger> ledgers = new TreeMap<>(Map.of("songs", songs, "events", events));
    return ledgers.entrySet().stream()
        .filter(source -> source.getValue().batches().size() > MANY)
        .map(
            source ->
                "%s are staged in %,d batches, which every build lists and reads; 'sparkify vacuum'"
                        .formatted(source.getKey(), source.getValue().batches().size())
                    + " packs them into one")
        .toList();
  }
}
