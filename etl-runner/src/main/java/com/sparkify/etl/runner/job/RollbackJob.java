package com.sparkify.etl.runner.job;

import com.google.inject.Inject;
import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.io.lake.Held;
import com.sparkify.etl.io.lake.History;
import com.sparkify.etl.io.lake.Lake;
import com.sparkify.etl.io.lake.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Brings all tables back to the rows of an older version, together. */
public final class RollbackJob {
  static final String COMMAND = "rollback";

  private final Reporting reporting;
  private final KeptVersions versions;
  private final Lake lake;

  @Inject
  RollbackJob(Reporting reporting, KeptVersions versions, Lake lake) {
    this.reporting = reporting;
    this.versions = versions;
    this.lake = lake;
  }

  /**
   * Makes the rows of the version of {@code run} those of all tables, and reports it. That is a
   * version too, so it can be taken back in the same way.
   *
   * @throws EtlException of kind CONFIG if the lake does not keep it, or it is current
   */
  public void rollBack(String run) {
    String attempt = "go back to run '%s'".formatted(run);
    History history = versions.history(attempt);
    Version target = versions.named(run, attempt);
    reporting.report(
        COMMAND, Optional.empty(), (record, held) -> rollBack(target, history, record, held));
  }

  private void rollBack(Version target, History history, RunRecord run, Held held) {
    lake.recover().ifPresent(run::recovered);
    Version now = lake.recorded().orElse(target);
    if (now.runId().equals(target.runId())) {
      throw new EtlException(
          Kind.CONFIG,
          "Could not go back to run '%s': its version is the current one. Nothing was changed."
              .formatted(target.runId()));
    }
    held.requireHeld();
    Version back =
        run.phases()
            .time("roll back", () -> history.rollBack(target.runId(), run.id(), run.startedAt()));
    run.published(back);
    run.did(steps(target, now, back));
    if (!back.basis().equals(now.basis())) {
      run.warn(
          List.of(
              "what was staged since then is still staged, and the next run or build takes it into"
                  + " the tables again; correct or empty its files first"));
    }
  }

  private static List<String> steps(Version target, Version now, Version back) {
    List<String> steps = new ArrayList<>();
    steps.add(
        "brought %d tables back to the version of run '%s', published at %s"
            .formatted(back.tables().size(), target.runId(), target.publishedAt()));
    back.tables()
        .forEach(
            (name, table) -> {
              long change =
                  table.rowCount()
                      - now.rowsOf(name).values().stream().mapToLong(Long::longValue).sum();
              if (change != 0) {
                steps.add("%s: %,d rows, %+,d".formatted(name, table.rowCount(), change));
              }
            });
    return steps;
  }
}
