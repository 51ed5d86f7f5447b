package com.sparkify.etl.runner.job;

import com.google.inject.Inject;
import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.core.star.StarSchema;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.io.lake.Replaced;
import com.sparkify.etl.runner.config.GuardSettings;
import com.sparkify.etl.runner.job.BuildRequest.Shrink;
import com.sparkify.etl.runner.report.Loss;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Stops a build in which a table, or a month of one, has fewer rows than are published, by more
 * than the share that the settings allow.
 *
 * <p>A month that has no rows any more has lost all. A share of few rows is coarse: a table of five
 * that loses one has lost 20 %, and stops the run as any other would. A lake that holds no version
 * has nothing to lose.
 */
final class ShrinkGuard {
  private static final int SHOWN = 10;

  private final LostKeys lostKeys;
  private final GuardSettings settings;

  @Inject
  ShrinkGuard(LostKeys lostKeys, GuardSettings settings) {
    this.lostKeys = lostKeys;
    this.settings = settings;
  }

  /**
   * What would lose more rows than the settings allow: whole tables, then months. The first have
   * examples, which cost a job each.
   */
  List<Loss> losses(BuildPlan plan, StarCounts counts, StarSchema star) {
    List<Loss> tables = new ArrayList<>();
    List<Loss> months = new ArrayList<>();
    for (Table table : StarSchema.TABLES) {
      Map<String, Long> before = before(table, plan);
      Map<String, Long> now = now(table, before, plan, counts);
      tables.add(Loss.of(table.name(), "", sum(before), sum(now)));
      before.forEach(
          (folder, rows) ->
              MonthFolder.month(folder)
                  .map(YearMonth::toString)
                  .map(month -> Loss.of(table.name(), month, rows, now.getOrDefault(folder, 0L)))
                  .ifPresent(months::add));
    }
    tables.addAll(months);
    tables.removeIf(loss -> !settings.maxShrink().isExceededBy(loss.lost(), loss.before()));
    return withExamples(tables, plan, star);
  }

  /** Throws if there are {@code losses} and they are not allowed. */
  void check(List<Loss> losses, Shrink shrink) {
    if (losses.isEmpty() || shrink == Shrink.ALLOWED) {
      return;
    }
    String broken =
        losses.stream().limit(SHOWN).map(this::message).collect(Collectors.joining("\n"));
    String more =
        losses.size() > SHOWN ? "\n%,d more lose rows.".formatted(losses.size() - SHOWN) : "";
    throw new EtlException(
        Kind.QUALITY,
        broken
            + more
            + "\nNothing was published. Bring back the files that the rows came from; or, if the"
            + " rows are meant to go, give --allow-shrink once.");
  }

  private String message(Loss loss) {
    return ("Check '%s: at most %s of the published rows are lost (sparkify.guard.max-shrink)' fails"
            + " for %,d rows: %,d before, %,d now, %.1f %% lost, such as %s.")
        .formatted(
            loss.subject(),
            settings.maxShrink(),
            loss.lost(),
            loss.before(),
            loss.now(),
            100 * loss.share(),
            String.join(", ", loss.examples()));
  }

  private static Map<String, Long> before(Table table, BuildPlan plan) {
    return new TreeMap<>(
        plan.published().map(version -> version.rowsOf(table.name())).orElse(Map.of()));
  }

  private static Map<String, Long> now(
      Table table, Map<String, Long> before, BuildPlan plan, StarCounts counts) {
    Optional<Replaced> replaced = plan.replaced(table);
    Map<String, Long> now = new HashMap<>();
    replaced.ifPresent(part -> now.putAll(part.rowsOfRest(table, before)));
    if (!plan.leavesAlone(table)) {
      counts
          .counts()
          .rows(table)
          .forEach(
              (key, rows) ->
                  now.merge(
                      key.isEmpty() ? "" : MonthFolder.of(key.get(0), key.get(1)),
                      rows,
                      Long::sum));
    }
    return now;
  }

  private List<Loss> withExamples(List<Loss> losses, BuildPlan plan, StarSchema star) {
    List<Loss> shown = new ArrayList<>();
    for (Loss loss : losses) {
      shown.add(
          shown.size() < SHOWN
              ? loss.withExamples(lostKeys.of(loss.table(), months(loss, plan), plan, star))
              : loss);
    }
    return shown;
  }

  private static Optional<Set<YearMonth>> months(Loss loss, BuildPlan plan) {
    return loss.month().isEmpty()
        ? plan.months()
        : Optional.of(Set.of(YearMonth.parse(loss.month())));
  }

  private static long sum(Map<String, Long> rows) {
    return rows.values().stream().mapToLong(Long::longValue).sum();
  }
}
