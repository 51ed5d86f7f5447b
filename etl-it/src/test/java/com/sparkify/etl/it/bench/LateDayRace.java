package com.sparkify.etl.it.bench;

import static com.sparkify.etl.it.bench.Contestant.DUCKDB;
import static com.sparkify.etl.it.bench.Contestant.SPARKIFY;
import static com.sparkify.etl.it.bench.Contestant.TYPICAL;

import com.sparkify.etl.it.bench.LakeRows.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A large log, and then one more day of it: the product runs again on its lake, DuckDB's script
 * makes everything anew.
 */
final class LateDayRace {
  private static final String LATE = ", one more day";

  private final WorkFolder folder;
  private final int rounds;
  private final Contestant sparkify;
  private final Contestant duckDb;

  LateDayRace(WorkFolder folder, int rounds, Contestant sparkify, Contestant duckDb) {
    this.folder = folder;
    this.rounds = rounds;
    this.sparkify = sparkify;
    this.duckDb = duckDb;
  }

  Findings run(String title, Generated generated) throws IOException {
    Sources sources = folder.data(generated);
    Path lastDay = sources.events().resolve(generated.lastDay());
    Path heldBack = folder.path().resolve("last-day.json");
    Findings findings = new Findings(title);
    for (int round = 1; round <= rounds; round++) {
      Path lake = folder.lake(SPARKIFY);
      Files.move(lastDay, heldBack);
      try {
        run(findings, round, "", sources, lake);
      } finally {
        Files.move(heldBack, lastDay);
      }
      run(findings, round, LATE, sources, lake);
      folder.done(lake);
    }
    findings.compare(SPARKIFY, DUCKDB);
    findings.compare(SPARKIFY + LATE, DUCKDB + LATE);
    findings.note(
        "Of the day more, %s reads the new file alone; %s reads all files again."
            .formatted(SPARKIFY, DUCKDB));
    findings.skip(TYPICAL, "it takes too long");
    return findings;
  }

  private void run(Findings findings, int round, String suffix, Sources sources, Path lake) {
    Path other = folder.lake(DUCKDB);
    measure(findings, round, suffix, sparkify, sources, lake);
    measure(findings, round, suffix, duckDb, sources, other);
    Referee.requireSameRows(List.of(new Side(SPARKIFY, lake), new Side(DUCKDB, other)));
    folder.done(other);
  }

  private void measure(
      Findings findings,
      int round,
      String suffix,
      Contestant contestant,
      Sources sources,
      Path lake) {
    Measured measured = Measured.of(contestant.command().apply(sources, lake), folder.output());
    findings.add(contestant.name() + suffix, Trial.of(contestant, measured, lake));
    Race.progress(round, rounds, contestant.name() + suffix, measured);
  }
}
