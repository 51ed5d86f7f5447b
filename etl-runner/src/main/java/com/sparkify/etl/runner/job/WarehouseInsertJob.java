package com.sparkify.etl.runner.job;

import com.google.inject.Inject;
import com.sparkify.etl.io.warehouse.Loaded;
import com.sparkify.etl.io.warehouse.Warehouse;
import com.sparkify.etl.runner.config.WarehouseSettings;
import com.sparkify.etl.runner.output.Progress;
import com.sparkify.etl.runner.output.Streams;
import java.io.PrintStream;

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
    PrintStream out = streams.out();
    out.print("%-12s %12s %12s %12s %12s\n".formatted("table", "rows", "new", "changed", "gone"));
    for (Loaded.Change table : loaded.tables()) {
      out.print(
          "%-12s %,12d %,12d %,12d %,12d\n"
              .formatted(
                  table.table(), table.rows(), table.inserted(), table.updated(), table.deleted()));
    }
    out.print(
        "schema '%s' holds the rows of run '%s' (%s)\n"
            .formatted(settings.schema(), loaded.runId(), before(loaded)));
    out.flush();
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
