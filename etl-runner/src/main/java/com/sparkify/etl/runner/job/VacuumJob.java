package com.sparkify.etl.runner.job;

import com.google.inject.Inject;
import com.sparkify.etl.io.lake.Held;
import com.sparkify.etl.io.lake.Lake;
import com.sparkify.etl.io.lake.WorkFolder;
import com.sparkify.etl.io.lake.WorkFolder.Size;
import com.sparkify.etl.runner.output.Progress;
import com.sparkify.etl.runner.output.Streams;
import com.sparkify.etl.runner.report.AreaReport;
import com.sparkify.etl.runner.report.ReportPrinter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Bounds what a lake keeps beside its tables. */
public final class VacuumJob {
  private final Reporting reporting;
  private final VacuumPlanner planner;
  private final Vacuum vacuum;
  private final Lake lake;
  private final WorkFolder folder;
  private final Clock clock;
  private final Progress progress;
  private final Streams streams;

  @Inject
  VacuumJob(
      Reporting reporting,
      VacuumPlanner planner,
      Vacuum vacuum,
      Lake lake,
      WorkFolder folder,
      Clock clock,
      Progress progress,
      Streams streams) {
    this.reporting = reporting;
    this.planner = planner;
    this.vacuum = vacuum;
    this.lake = lake;
    this.folder = folder;
    this.clock = clock;
    this.progress = progress;
    this.streams = streams;
  }

  /** Packs and removes what is not needed, and reports it. */
  public void vacuum() {
    reporting.report("vacuum", Optional.empty(), this::clean);
  }

  /** Says what {@link #vacuum} would do. Changes nothing and claims nothing. */
  public void preview() {
    progress.phase("look");
    VacuumPlan plan = planner.plan(clock.instant());
    Map<String, Size> sizes = folder.sizes();
    progress.close();
    ReportPrinter.printAreas(areas(sizes, sizes), streams.out());
    plan.steps().forEach(step -> streams.out().print("would: %s\n".formatted(step)));
    plan.warnings().forEach(warning -> streams.out().print("warning: %s\n".formatted(warning)));
    streams
        .out()
        .print(plan.steps().isEmpty() ? "nothing to do\n" : "dry run: nothing was changed\n");
  }

  private void clean(RunRecord run, Held held) {
    Map<String, Size> before = folder.sizes();
    lake.recover().ifPresent(run::recovered);
    VacuumPlan plan = run.phases().time("look", () -> planner.plan(run.startedAt()));
    run.warn(plan.warnings());
    run.phases().time("pack", () -> vacuum.pack(plan, held));
    int uploads = run.phases().time("remove", () -> vacuum.remove(plan, held));
    List<String> steps = new ArrayList<>(plan.steps());
    if (uploads > 0) {
      steps.add("remove %,d unfinished uploads".formatted(uploads));
    }
    run.tended(areas(before, folder.sizes()), steps);
  }

  private static List<AreaReport> areas(Map<String, Size> before, Map<String, Size> after) {
    Set<String> areas = new TreeSet<>(before.keySet());
    areas.addAll(after.keySet());
    return areas.stream()
        .map(
            area -> {
              Size old = before.getOrDefault(area, Size.NONE);
              Size now = after.getOrDefault(area, Size.NONE);
              return new AreaReport(area, old.files(), old.bytes(), now.files(), now.bytes());
            })
        .toList();
  }
}
