package com.sparkify.etl.runner.job;

import com.google.inject.Inject;
import com.sparkify.etl.io.lake.Held;
import com.sparkify.etl.io.lake.Lake;
import com.sparkify.etl.io.lake.Release;
import com.sparkify.etl.io.lake.Release.Part;
import com.sparkify.etl.runner.config.StarSettings;
import com.sparkify.etl.runner.report.Loss;
import com.sparkify.etl.runner.spark.SideBySide;
import java.util.ArrayList;
import java.util.List;

/** Builds the tables from what is staged, checks them, and only then publishes them. */
final class Builder {
  private final Planner planner;
  private final RejectGuard rejectGuard;
  private final StarBuild starBuild;
  private final MatchGuard matchGuard;
  private final ShrinkGuard shrinkGuard;
  private final EventWatch eventWatch;
  private final Lake lake;
  private final StarSettings settings;
  private final CatalogFollower catalog;

  @Inject
  Builder(
      Planner planner,
      RejectGuard rejectGuard,
      StarBuild starBuild,
      MatchGuard matchGuard,
      ShrinkGuard shrinkGuard,
      EventWatch eventWatch,
      Lake lake,
      StarSettings settings,
      CatalogFollower catalog) {
    this.planner = planner;
    this.rejectGuard = rejectGuard;
    this.starBuild = starBuild;
    this.matchGuard = matchGuard;
    this.shrinkGuard = shrinkGuard;
    this.eventWatch = eventWatch;
    this.lake = lake;
    this.settings = settings;
    this.catalog = catalog;
  }

  /** Brings the tables to what is staged, and writes into {@code run} what it did. */
  void build(BuildRequest request, RunRecord run, Held held) {
    bringTablesInStep(request, run, held);
    catalog.follow(run);
  }

  private void bringTablesInStep(BuildRequest request, RunRecord run, Held held) {
    run.asked(request.shrink());
    lake.recover().ifPresent(run::recovered);
    BuildPlan plan = run.phases().time("plan", () -> planner.plan(request));
    run.warn(eventWatch.warnings(plan.events(), run.startedAt()));
    run.warn(BatchWatch.warnings(plan.songs(), plan.events()));
    if (request.again().filter(plan::passesBy).isPresent()) {
      run.warn(List.of("no plays are staged or published in the months of --since and --until"));
    }
    if (plan.isDone()) {
      run.unchanged(plan.published().orElseThrow());
      return;
    }
    rejectGuard.check(plan);
    try (BuiltStar built = run.phases().time("build", () -> starBuild.build(plan))) {
      Release release = release(plan, built, run, () -> audit(request, plan, built, run, held));
      run.published(
          run.phases()
              .time("publish", () -> SideBySide.on(threads -> lake.publish(release, threads))));
    }
  }

  /** Throws if what is written must not be published. */
  private void audit(
      BuildRequest request, BuildPlan plan, BuiltStar built, RunRecord run, Held held) {
    StarCounts counts = built.counts();
    run.built(counts);
    Gate.requireAll(counts.checks(), "Nothing was published.");
    matchGuard.check(counts.plays(), built.star());
    List<Loss> losses = shrinkGuard.losses(plan, counts, built.star());
    run.shrunk(losses);
    shrinkGuard.check(losses, request.shrink());
    held.requireHeld();
  }

  private Release release(BuildPlan plan, BuiltStar built, RunRecord run, Runnable audit) {
    List<Part> parts = new ArrayList<>();
    built
        .star()
        .tables()
        .forEach(
            (table, rows) ->
                parts.add(
                    new Part(
                        settings.laidOut(table),
                        built.rows(table, rows),
                        built.amount(table),
                        plan.replaced(table))));
    return new Release(run.id(), run.startedAt(), plan.basis(), parts, audit);
  }
}
