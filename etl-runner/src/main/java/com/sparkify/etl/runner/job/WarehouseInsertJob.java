package com.sparkify.etl.runner.job;

import static com.sparkify.etl.runner.output.TextTable.number;
import static com.sparkify.etl.runner.output.TextTable.text;

import com.google.inject.Inject;
import com.sparkify.etl.io.warehouse.Loaded;
import com.sparkify.etl.io.warehouse.Warehouse;
import com.sparkify.etl.runner.config.WarehouseSettings;
import com.sparkify.etl.runner.output.Progress;
import com.sparkify.etl.runner.output.Streams;
import com.sparkify.etl.runner.output.TextTable;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Takes what is staged in the warehouse into its star. Needs neither Spark nor the lake. */
public final class WarehouseInsertJob {
  private final Warehouse warehouse;
  private final WarehouseSettings settings;
  private final Progress progress;
  private final Streams streams;

  @Inject
  WarehouseInsertJob(
      Warehouse warehouse, WarehouseSettings settings, Progress progress, Streams streams) {
    this.warehouse = warehouse;
    this.settings = settings;
    this.progress = progress;
    this.streams = streams;
  }

  /** Prints what became of each table. */
  public void insert() {
    progress.phase("insert into the star");
    Loaded loaded = warehouse.insertStar();
    progress.close();
    TextTable tables =
        new TextTable(
            text("table"), number("rows"), number("new"), number("changed"), number("gone"));
    loaded.tables().forEach(table -> tables.line(cells(table)));
    PrintStream out = streams.out();
    tables.write(out);
    out.print(
        "schema '%s' holds the rows of run '%s' (%s)\n"
            .formatted(settings.schema(), loaded.runId(), before(loaded)));
    out.flush();
  }

  private static List<String> cells(Loaded.Change table) {
    return Stream.concat(
            Stream.of(table.table()),
            LongStream.of(table.rows(), table.inserted(), table.updated(), table.deleted())
                .mapToObj("%,d"::formatted))
        .toList();
  }

  private static String before(Loaded loaded) {
    if (loaded.previousRunId().isEmpty()) {
      return "the first load";
    }
    return loaded.previousRunId().equals(loaded.runId())
        ? "as before"
        : "before: those of run '%s'".formatted(loaded.previousRunId());
  }
}
