package com.sparkify.etl.runner.report;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.sparkify.etl.io.storage.S3Requests.Operation;
import java.util.List;
import java.util.Map;

/**
 * What a run did, for people and for machines.
 *
 * @param runId names the run; ids sort by time
 * @param command run, stage, build, vacuum, rollback, maintain or migrate
 * @param problem why the run failed; blank if it did not
 * @param startedAt in ISO 8601, UTC
 * @param s3Requests requests of the driver's JVM to S3, which in local mode are all
 * @param plays the plays that the run built; all zero if it built none
 * @param shrinkAllowed whether tables were allowed to lose any share of their rows
 * @param shrunk what would have lost, or has lost, more rows than the settings allow; a report of
 *     an older program has none
 * @param warnings what somebody should look at; they do not change how the run ends
 * @param areas what the lake keeps beside its tables; only of a vacuum
 * @param steps what a vacuum, a rollback, maintenance or a migration did
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
    List<PhaseReport> phases,
    Map<Operation, Long> s3Requests,
    ComputeReport compute,
    boolean shrinkAllowed,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<Loss> shrunk,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> warnings,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<AreaReport> areas,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> steps) {

  /** How a run ended. */
  public enum Outcome {
    /** Files were staged; the tables were not part of the run. */
    STAGED,
    /** The tables are a new version. */
    PUBLISHED,
    /** Nothing was new, or the command leaves the rows of the tables as they were. */
    UNCHANGED,
    /** The tables are as they were, since something went wrong. */
    FAILED
  }

  public RunReport {
    sources = List.copyOf(sources);
    tables = List.copyOf(tables);
    checks = List.copyOf(checks);
    phases = List.copyOf(phases);
    s3Requests = Map.copyOf(s3Requests);
    shrunk = List.copyOf(shrunk);
    warnings = List.copyOf(warnings);
    areas = List.copyOf(areas);
    steps = List.copyOf(steps);
  }
}
