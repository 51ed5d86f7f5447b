package com.sparkify.etl.it.bench;

import com.sparkify.etl.it.bench.LakeRows.Side;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The same work for several contestants, in turn in each round, so that a machine that becomes
 * slower does so for all. Each one finds its folder for the lake empty.
 */
final class Race {
  private final WorkFolder folder;
  private final int rounds;

  Race(WorkFolder folder, int rounds) {
    this.folder = folder;
    this.rounds = rounds;
  }

  /** Has {@code contestants} make the tables of {@code sources}. */
  Findings run(String title, Sources sources, List<Contestant> contestants) {
    Findings findings = new Findings(title);
    for (int round = 1; round <= rounds; round++) {
      List<Side> lakes = new ArrayList<>();
      for (Contestant contestant : contestants) {
        Path lake = folder.lake(contestant.name());
        Measured measured = Measured.of(contestant.command().apply(sources, lake), folder.output());
        findings.add(contestant.name(), Trial.of(contestant, measured, lake));
        lakes.add(new Side(contestant.name(), lake));
        progress(round, rounds, contestant.name(), measured);
      }
      Referee.requireSameRows(lakes);
      lakes.forEach(side -> folder.done(side.lake()));
    }
    findings.compare(Contestant.SPARKIFY, Contestant.DUCKDB);
    findings.compare(Contestant.SPARKIFY, Contestant.TYPICAL);
    return findings;
  }

  static void progress(int round, int rounds, String name, Measured measured) {
    System.err.printf(
        "round %d of %d: %s took %.2f s%n", round, rounds, name, measured.wallSeconds());
  }
}
