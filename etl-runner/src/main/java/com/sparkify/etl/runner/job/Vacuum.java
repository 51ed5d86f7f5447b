package com.sparkify.etl.runner.job;

import com.google.inject.Inject;
import com.sparkify.etl.io.lake.Basis;
import com.sparkify.etl.io.lake.Held;
import com.sparkify.etl.io.lake.Lake;
import com.sparkify.etl.io.lake.WorkFolder;
import com.sparkify.etl.runner.job.VacuumPlan.Area;
import com.sparkify.etl.runner.report.RunLog;
import com.sparkify.etl.runner.spark.InputFit;
import com.sparkify.etl.runner.spark.LateSpark;
import java.util.List;

/**
 * Does what a {@link VacuumPlan} says, in an order in which it may be cut off at any instant: a
 * packed batch counts, then the published version names it, and only then go the batches that it
 * stands for.
 */
final class Vacuum {
  private final LateSpark spark;
  private final Sources sources;
  private final Lake lake;
  private final WorkFolder folder;
  private final RunLog runs;
  private final ExportLog exports;

  @Inject
  Vacuum(
      LateSpark spark,
      Sources sources,
      Lake lake,
      WorkFolder folder,
      RunLog runs,
      ExportLog exports) {
    this.spark = spark;
    this.sources = sources;
    this.lake = lake;
    this.folder = folder;
    this.runs = runs;
    this.exports = exports;
  }

  /** Packs, and lets the published version name the packed batches. */
  void pack(VacuumPlan plan, Held held) {
    plan.basis().ifPresent(basis -> rebase(basis, held));
    List<Area> needed = plan.areas().stream().filter(area -> area.packing().isNeeded()).toList();
    for (Area area : needed) {
      InputFit.fit(spark.get(), area.packing().rows());
      area.source().staging().pack(area.packing());
    }
    if (!needed.isEmpty()) {
      rebase(inPlace(plan.basis().orElseThrow()), held);
    }
  }

  /** Removes what is not needed; the number of unfinished uploads that were among it. */
  int remove(VacuumPlan plan, Held held) {
    held.requireHeld();
    sources.all().forEach(source -> source.staging().removeLeftovers());
    folder.remove(plan.files());
    int uploads = folder.abortUploads();
    runs.remove(plan.reports());
    exports.forget(plan.exports());
    return uploads;
  }

  private void rebase(Basis basis, Held held) {
    boolean isNamed = lake.recorded().filter(version -> version.basis().equals(basis)).isPresent();
    if (!isNamed) {
      held.requireHeld();
      lake.rebase(basis);
    }
  }

  private Basis inPlace(Basis basis) {
    return basis.in(sources.songs().staging().ledger(), sources.events().staging().ledger());
  }
}
