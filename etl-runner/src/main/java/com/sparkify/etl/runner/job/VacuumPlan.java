package com.sparkify.etl.runner.job;

import com.sparkify.etl.io.lake.Basis;
import com.sparkify.etl.io.staging.Packing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a vacuum does.
 *
 * @param basis what the published tables follow from, told by the batches that count; empty if none
 *     are published
 * @param files what else cut-off runs left, by path below {@code _sparkify}
 * @param reports reports of runs that are old, by name
 * @param exports ids of old exports of which no record can be replayed any more
 * @param warnings what somebody should look at
 */
record VacuumPlan(
    Optional<Basis> basis,
    List<Area> areas,
    List<String> files,
    List<String> reports,
    Set<String> exports,
    List<String> warnings) {

  /**
   * What is done to a staging area.
   *
   * @param leftovers ids of batches that do not count
   */
  record Area(StagedSource source, Packing packing, Set<String> leftovers) {}

  /** Each step in words that follow "would" or "done". */
  List<String> steps() {
    List<String> steps = new ArrayList<>();
    for (Area area : areas) {
      Packing packing = area.packing();
      if (packing.isNeeded()) {
        steps.add(
            "pack %,d batches of %s into one: %,d files, %,d rows; drop %,d replaced versions"
                .formatted(
                    packing.batches().size(),
                    area.source().name(),
                    packing.moved().size(),
                    packing.rows(),
                    packing.dropped()));
      }
      if (!area.leftovers().isEmpty()) {
        steps.add(
            "remove what was left of batches of %s: %s"
                .formatted(area.source().name(), String.join(", ", area.leftovers())));
      }
    }
    if (!files.isEmpty()) {
      steps.add("remove what was left by somebody cut off: " + String.join(", ", files));
    }
    if (!reports.isEmpty()) {
      steps.add("remove %,d old reports".formatted(reports.size()));
    }
    if (!exports.isEmpty()) {
      steps.add(
          "forget %,d exports of which nothing can be replayed: %s"
              .formatted(exports.size(), String.join(", ", exports)));
    }
    return steps;
  }
}
