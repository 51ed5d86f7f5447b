package com.sparkify.etl.it.soak;

import com.sparkify.etl.it.Median;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** Whether many runs leave things as few runs do: the second quarter of them against the last. */
final class Verdict {
  /** With fewer runs only files are judged. */
  static final int LEAST_RUNS = 20;

  private final List<Sample> samples;
  private final List<String> findings = new ArrayList<>();
  private boolean isFlat = true;

  private Verdict(List<Sample> samples) {
    this.samples = samples;
  }

  /**
   * Judges samples.
   *
   * @param vacuumed those taken right after a vacuum
   * @param mostWorkFiles files that a vacuum may leave below {@code _sparkify}
   */
  static Verdict of(List<Sample> samples, List<Sample> vacuumed, int mostWorkFiles) {
    Verdict verdict = new Verdict(samples);
    List<String> crowded = samples.stream().flatMap(one -> one.crowded().stream()).toList();
    verdict.find(crowded.isEmpty(), "one file a partition in every table after every run", crowded);
    List<Integer> work = vacuumed.stream().map(Sample::workFiles).toList();
    verdict.find(
        work.stream().allMatch(files -> files <= mostWorkFiles),
        "at most %d files in _sparkify after a vacuum".formatted(mostWorkFiles),
        work);
    if (samples.size() >= LEAST_RUNS) {
      verdict.compare("heap MiB", Sample::heapMib, 1.15);
      verdict.compare("threads", Sample::threads, 1.1);
      verdict.compare("open files", Sample::openFiles, 1.1);
      verdict.compare("seconds", Sample::seconds, 2);
      verdict.compare("CPU seconds", Sample::cpuSeconds, 2);
    }
    return verdict;
  }

  boolean isFlat() {
    return isFlat;
  }

  List<String> findings() {
    return List.copyOf(findings);
  }

  private void find(boolean holds, String promise, Object found) {
    isFlat &= holds;
    findings.add(
        holds ? "flat: %s".formatted(promise) : "NOT FLAT: %s: %s".formatted(promise, found));
  }

  /** More rows take longer: so many times the earlier value is still flat. */
  private void compare(String what, ToDoubleFunction<Sample> value, double factor) {
    int quarter = samples.size() / 4;
    double early = median(samples.subList(quarter, 2 * quarter), value);
    double late = median(samples.subList(samples.size() - quarter, samples.size()), value);
    find(
        late <= early * factor,
        String.format(
            Locale.ROOT,
            "%s, median %.1f in the second quarter of the runs and %.1f in the last",
            what,
            early,
            late),
        "at most %s times as many".formatted(factor));
  }

  private static double median(List<Sample> some, ToDoubleFunction<Sample> value) {
    return Median.of(some.stream().mapToDouble(value).mapToObj(OptionalDouble::of).toList())
        .orElseThrow();
  }
}
