package com.sparkify.etl.runner.job;

import static com.sparkify.etl.runner.output.TextTable.number;
import static com.sparkify.etl.runner.output.TextTable.text;
import static java.time.temporal.ChronoUnit.SECONDS;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import com.google.inject.Inject;
import com.sparkify.etl.core.star.StarSchema;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.io.lake.Version;
import com.sparkify.etl.runner.output.OutputFormat;
import com.sparkify.etl.runner.output.ResultRows;
import com.sparkify.etl.runner.output.Streams;
import com.sparkify.etl.runner.output.TextTable;
import com.sparkify.etl.runner.report.RunLog;
import com.sparkify.etl.runner.report.RunReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Shows the versions that the lake keeps: of which run, and how many rows each table has. */
public final class HistoryJob {
  private static final String UNKNOWN = "-";

  private final KeptVersions versions;
  private final RunLog runs;
  private final Streams streams;

  @Inject
  HistoryJob(KeptVersions versions, RunLog runs, Streams streams) {
    this.versions = versions;
    this.runs = runs;
    this.streams = streams;
  }

  /**
   * Prints the {@code limit} newest versions, newest first.
   *
   * @throws com.sparkify.etl.core.EtlException of kind CONFIG if the lake keeps none
   */
  public void show(int limit, OutputFormat format) {
    List<Version> oldestFirst = versions.history("show the history").versions();
    List<Entry> entries = new ArrayList<>();
    for (int at = oldestFirst.size() - 1; at >= 0 && entries.size() < limit; at--) {
      Version version = oldestFirst.get(at);
      Optional<Version> before = at == 0 ? Optional.empty() : Optional.of(oldestFirst.get(at - 1));
      entries.add(new Entry(version, before, command(version)));
    }
    if (format == OutputFormat.TABLE) {
      writeTable(entries);
    } else {
      rows(entries).write(format, streams.out());
    }
    streams.out().flush();
  }

  /**
   * A version beside the one before it.
   *
   * @param before empty if the lake does not keep it
   */
  private record Entry(Version version, Optional<Version> before, String command) {

    /** The rows of {@code table}; empty if the version does not have it. */
    Optional<Long> rows(Table table) {
      return rowsIn(version, table);
    }

    /** How many more rows {@code table} has than before; empty where that is not known. */
    Optional<Long> change(Table table) {
      return before
          .flatMap(older -> rowsIn(older, table))
          .flatMap(then -> rows(table).map(now -> now - then));
    }

    private static Optional<Long> rowsIn(Version version, Table table) {
      return Optional.ofNullable(version.tables().get(table.name()))
          .map(Version.Contents::rowCount);
    }
  }

  /** What the run was: its report may be gone. */
  private String command(Version version) {
    String command = runs.find(version.runId()).map(RunReport::command).orElse(UNKNOWN);
    return command.equals(RollbackJob.COMMAND)
        ? "%s to %s".formatted(command, version.restored())
        : command;
  }

  private void writeTable(List<Entry> entries) {
    List<TextTable.Column> columns =
        new ArrayList<>(List.of(text("run"), text("published at"), text("command")));
    StarSchema.TABLES.forEach(table -> columns.add(number(table.name())));
    TextTable shown = new TextTable(columns.toArray(TextTable.Column[]::new));
    for (Entry entry : entries) {
      List<String> cells =
          new ArrayList<>(
              List.of(
                  entry.version().runId(),
                  Instant.parse(entry.version().publishedAt()).truncatedTo(SECONDS).toString(),
                  entry.command()));
      StarSchema.TABLES.forEach(table -> cells.add(cell(entry, table)));
      shown.line(cells);
    }
    shown.write(streams.out());
  }

  private static String cell(Entry entry, Table table) {
    String rows = entry.rows(table).map("%,d"::formatted).orElse(UNKNOWN);
    return rows
        + entry.change(table).filter(change -> change != 0).map(" (%+,d)"::formatted).orElse("");
  }

  private static ResultRows rows(List<Entry> entries) {
    StructType schema =
        new StructType()
            .add("run", StringType)
            .add("published_at", StringType)
            .add("command", StringType);
    for (Table table : StarSchema.TABLES) {
      schema = schema.add(table.name(), LongType).add(table.name() + "_change", LongType);
    }
    return ResultRows.of(
        schema,
        entries.stream()
            .map(
                entry -> {
                  List<Object> values =
                      new ArrayList<>(
                          List.of(
                              entry.version().runId(),
                              entry.version().publishedAt(),
                              entry.command()));
                  for (Table table : StarSchema.TABLES) {
                    values.add(entry.rows(table).orElse(null));
                    values.add(entry.change(table).orElse(null));
                  }
                  return RowFactory.create(values.toArray());
                })
            .toList());
  }
}
