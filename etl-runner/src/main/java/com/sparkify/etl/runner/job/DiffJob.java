package com.sparkify.etl.runner.job;

import static com.sparkify.etl.runner.output.TextTable.number;
import static com.sparkify.etl.runner.output.TextTable.text;

import com.google.inject.Inject;
import com.sparkify.etl.core.star.StarSchema;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.io.lake.Version;
import com.sparkify.etl.runner.job.TableDiff.Change;
import com.sparkify.etl.runner.output.OutputFormat;
import com.sparkify.etl.runner.output.Progress;
import com.sparkify.etl.runner.output.Streams;
import com.sparkify.etl.runner.output.TextTable;
import com.sparkify.etl.runner.spark.InputFit;
import com.sparkify.etl.runner.spark.LateSpark;
import com.sparkify.etl.runner.spark.SideBySide;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Compares two versions of all tables, row by row, by the keys of the tables. */
public final class DiffJob {
  private static final String ATTEMPT = "compare versions";

  private final KeptVersions versions;
  private final LateSpark spark;
  private final Progress progress;
  private final Streams streams;

  @Inject
  DiffJob(KeptVersions versions, LateSpark spark, Progress progress, Streams streams) {
    this.versions = versions;
    this.spark = spark;
    this.progress = progress;
    this.streams = streams;
  }

  /**
   * Prints how many rows of each table were added, removed and changed between the versions of two
   * runs, with the keys of some. No other value of a row is shown, and no personal one.
   *
   * @param examples so many keys of each kind at most
   * @throws com.sparkify.etl.core.EtlException of kind CONFIG if the lake does not keep a version
   */
  public void compare(String from, String to, int examples, OutputFormat format) {
    Version before = versions.named(from, ATTEMPT);
    Version after = versions.named(to, ATTEMPT);
    progress.phase("compare " + before.runId() + " with " + after.runId());
    spark.whenOpen(session -> InputFit.fit(session, rows(before) + rows(after)));
    List<TableDiff> diffs =
        SideBySide.results(
            StarSchema.TABLES.stream()
                .filter(table -> isInBoth(table, before, after))
                .<Supplier<TableDiff>>map(table -> () -> diff(table, before, after, examples))
                .toList());
    progress.close();
    if (format == OutputFormat.TABLE) {
      writeTable(diffs);
    } else {
      TableDiff.rows(diffs).write(format, streams.out());
    }
    streams.out().flush();
  }

  private TableDiff diff(Table table, Version before, Version after, int examples) {
    return TableDiff.of(
        table,
        versions.reading(before).apply(table),
        versions.reading(after).apply(table),
        examples);
  }

  /** A table of which only one version knows is of another program, and has no rows to compare. */
  private static boolean isInBoth(Table table, Version before, Version after) {
    return Stream.of(before, after).allMatch(version -> version.tables().containsKey(table.name()));
  }

  private static long rows(Version version) {
    return version.tables().values().stream().mapToLong(Version.Contents::rowCount).sum();
  }

  private void writeTable(List<TableDiff> diffs) {
    List<TextTable.Column> columns = new ArrayList<>(List.of(text("table")));
    for (Change change : Change.values()) {
      columns.add(number("rows " + change));
    }
    TextTable shown = new TextTable(columns.toArray(TextTable.Column[]::new));
    for (TableDiff diff : diffs) {
      List<String> cells = new ArrayList<>(List.of(diff.table().name()));
      for (Change change : Change.values()) {
        cells.add("%,d".formatted(diff.rows(change)));
      }
      shown.line(cells);
    }
    shown.write(streams.out());
    diffs.forEach(this::writeKeys);
  }

  private void writeKeys(TableDiff diff) {
    for (Change change : Change.values()) {
      List<String> keys = diff.keys(change);
      if (!keys.isEmpty()) {
        streams
            .out()
            .print(
                "\n%s, %s%s:\n  %s\n"
                    .formatted(
                        diff.table().name(),
                        change,
                        keys.size() < diff.rows(change) ? ", such as" : "",
                        String.join("\n  ", keys)));
      }
    }
  }
}
