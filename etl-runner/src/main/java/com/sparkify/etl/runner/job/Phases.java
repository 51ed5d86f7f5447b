package com.sparkify.etl.runner.job;

import com.sparkify.etl.runner.report.PhaseReport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Times the phases of a run, and tells which one begins. */
final class Phases {
  private final Consumer<String> onStart;
  private final List<PhaseReport> done = new ArrayList<>();

  Phases(Consumer<String> onStart) {
    this.onStart = onStart;
  }

  <T> T time(String phase, Supplier<T> work) {
    onStart.accept(phase);
    long start = System.nanoTime();
    try {
      return work.get();
    } finally {
      done.add(new PhaseReport(phase, (System.nanoTime() - start) / 1e9));
    }
  }

  void time(String phase, Runnable work) {
    this.<Boolean>time(
        phase,
        () -> {
          work.run();
          return true;
        });
  }

  List<PhaseReport> done() {
    return List.copyOf(done);
  }
}
