package com.sparkify.etl.it.kills;

import static com.sparkify.etl.it.kills.Moment.before;
import static com.sparkify.etl.it.kills.Moment.inPhase;

import com.sparkify.etl.it.DuckDb;
import java.util.ArrayList;
import java.util.List;

/**
 * A step of a run, as users would call it, at which it is killed.
 *
 * @param onDisk when that is on a disk, and {@code onS3} on S3
 */
public record Step(String name, Moment onDisk, Moment onS3) {
  /** The name of the step at which the run is killed that finishes what another one began. */
  static final String AGAIN = "and again while that is finished";

  /** Every step of a run that publishes tables in Parquet, in order. */
  public static List<Step> all() {
    List<Step> steps = new ArrayList<>();
    steps.add(of("listing", inPhase("list files")));
    steps.add(
        new Step(
            "staging write",
            before("CREATE .*/staging/songs/.*parquet"),
            before("(CREATE_UPLOAD|PUT) .*/staging/songs/.*parquet")));
    steps.add(
        new Step(
            "staging commit",
            before("CREATE .*/staging/events/batch=[^/]*/_SUCCESS"),
            before("PUT .*/staging/events/batch=[^/]*/_SUCCESS")));
    steps.add(of("build", inPhase("build")));
    steps.add(
        new Step(
            "built, journal not written",
            before("CREATE .*/_publish.json.unfinished"),
            before("PUT .*/publish.json")));
    steps.add(
        new Step(
            "journal written",
            before("CREATE .*/incoming/.*parquet"),
            before("(CREATE_UPLOAD|PUT) lake/[a-z].*parquet")));
    for (String table : DuckDb.TABLES) {
      steps.add(committing(table));
    }
    steps.add(
        new Step(
            "all tables committed",
            before("CREATE .*/_publish.json.unfinished", 1),
            before("PUT .*/publish.json", 1)));
    steps.add(retiring(0));
    steps.add(retiring(20));
    steps.add(
        new Step(
            "version recorded",
            before("DELETE .*/publish.json"),
            before("DELETE .*/publish.json")));
    steps.add(
        new Step(
            "journal removed", before("CREATE .*/_sparkify/runs/.*"), before("PUT .*/runs/.*")));
    return steps;
  }

  /** After so many files were created, renamed or deleted, of whatever kind. */
  static Step afterWrites(int number) {
    return new Step(
        "after %d operations that change something".formatted(number),
        before("(CREATE|RENAME|DELETE) .*", number),
        before("(PUT|COMPLETE_UPLOAD|DELETE) .*", number));
  }

  /** Half way through the files that are replaced, and again when the next run deletes more. */
  static List<Step> twiceRetiring() {
    return List.of(retiring(20).named("half way through the retiring"), retiring(5).named(AGAIN));
  }

  /** The same by another name. */
  Step named(String other) {
    return new Step(other, onDisk, onS3);
  }

  private static Step retiring(int passed) {
    return of(
        "retire after %d files".formatted(passed), before("DELETE .*lake/[a-z].*parquet", passed));
  }

  private static Step committing(String table) {
    int passed = table.equals("songs") ? 10 : 0;
    return new Step(
        "commit of " + table,
        before("RENAME .*lake/%s/.*parquet".formatted(table), passed),
        before("COMPLETE_UPLOAD lake/%s/.*".formatted(table), passed));
  }

  /** A step that is at the same moment on all storages. */
  static Step of(String name, Moment everywhere) {
    return new Step(name, everywhere, everywhere);
  }
}
