package com.sparkify.etl.runner.job;

import com.google.inject.Inject;
import com.sparkify.etl.core.star.Artists;
import com.sparkify.etl.core.star.Songplays;
import com.sparkify.etl.core.star.Songs;
import com.sparkify.etl.core.star.StarSchema;
import com.sparkify.etl.core.star.Time;
import com.sparkify.etl.core.star.UserLevels;
import com.sparkify.etl.core.star.Users;
import com.sparkify.etl.io.lake.Lake;
import com.sparkify.etl.runner.output.Progress;
import com.sparkify.etl.runner.output.Streams;
import com.sparkify.etl.runner.report.CheckReport;
import java.util.List;
import java.util.Map;

/** Checks what is published. */
public final class CheckJob {
  private final Lake lake;
  private final Progress progress;
  private final Streams streams;

  @Inject
  CheckJob(Lake lake, Progress progress, Streams streams) {
    this.lake = lake;
    this.progress = progress;
    this.streams = streams;
  }

  /** Prints each promise and whether it holds; fails if one does not. */
  public void check() {
    progress.phase("check");
    StarSchema published = published();
    Gate gate = new Gate(published.checks());
    Tally tally = new Tally();
    published
        .tables()
        .forEach(
            (table, rows) -> tally.add(table, rows, List.of(), Map.of(), published.targets(table)));
    gate.addTo(tally);
    List<CheckReport> outcomes = gate.outcomes(tally.counts());
    progress.close();
    for (CheckReport outcome : outcomes) {
      streams
          .out()
          .print("%-5s %s\n".formatted(outcome.holds() ? "ok" : "FAIL", outcome.promise()));
    }
    Gate.requireAll(outcomes, "The tables are published all the same; build them again.");
  }

  private StarSchema published() {
    return new StarSchema(
        lake.read(Artists.TABLE),
        lake.read(Songs.TABLE),
        lake.read(Users.TABLE),
        lake.read(UserLevels.TABLE),
        lake.read(Songplays.TABLE),
        lake.read(Time.TABLE));
  }
}
