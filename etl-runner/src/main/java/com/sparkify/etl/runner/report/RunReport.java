package com.sparkify.etl.runner.report;

import java.util.List;

/**
 * What a run did, for people and for machines.
 *
 * @param runId names the run; ids sort by time
 * @param command run, stage or build
 * @param problem why the run failed; blank if it did not
 * @param startedAt in ISO 8601, UTC
 * @param plays the plays that the run built; all zero if it built none
 */
public record RunReport(
    String runId,
    String command,
    Outcome outcome,
    String problem,
    String startedAt,
    double seconds,
    String lake,
    List<SourceReport> sources,
    List<TableReport> tables,
    PlaysReport plays,
    List<CheckReport> checks,
    List<PhaseReport> phases) {

  /** How a run ended. */
  public enum Outcome {
    /** Files were staged; the tables were not part of the run. */
    STAGED,
    /** The tables are a new version. */
    PUBLISHED,
    /** Nothing was new, and the tables are as they were. */
    UNCHANGED,
    /** The tables are as they were, since something went wrong. */
    FAILED
  }

  public RunReport {
    sources = List.copyOf(sources);
    tables = List.copyOf(tables);
    checks = List.copyOf(checks);
    phases = List.copyOf(phases);
  }
}
