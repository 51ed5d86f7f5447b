package com.sparkify.etl.runner.job;

import com.google.inject.Inject;
import com.sparkify.etl.core.star.Artists;
import com.sparkify.etl.core.star.Songplays;
import com.sparkify.etl.core.star.Songs;
import com.sparkify.etl.core.star.StarSchema;
import com.sparkify.etl.core.star.Time;
import com.sparkify.etl.core.star.UserLevels;
import com.sparkify.etl.core.star.Users;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.runner.output.Progress;
import com.sparkify.etl.runner.output.Streams;
import com.sparkify.etl.runner.report.CheckReport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Checks what is published. */
public final class CheckJob {
  private final KeptVersions versions;
  private final Progress progress;
  private final Streams streams;

  @Inject
  CheckJob(KeptVersions versions, Progress progress, Streams streams) {
    this.versions = versions;
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
    List<CheckReport> outcomes = gate.outcomes(tally.start().all());
    progress.close();
    for (CheckReport outcome : outcomes) {
      streams
          .out()
          .print("%-5s %s\n".formatted(outcome.holds() ? "ok" : "FAIL", outcome.promise()));
    }
    Gate.requireAll(outcomes, "The tables are published all the same; build them again.");
  }

  private StarSchema published() {
    Function<Table, Dataset<Row>> reading = versions.reading(Optional.empty());
    return new StarSchema(
        reading.apply(Artists.TABLE),
        reading.apply(Songs.TABLE),
        reading.apply(Users.TABLE),
        reading.apply(UserLevels.TABLE),
        reading.apply(Songplays.TABLE),
        reading.apply(Time.TABLE));
  }
}
