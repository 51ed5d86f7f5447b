package com.sparkify.etl.runner.job;

import static com.sparkify.etl.runner.output.TextTable.number;
import static com.sparkify.etl.runner.output.TextTable.text;

import com.google.inject.Inject;
import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.io.catalog.SparkCatalog;
import com.sparkify.etl.io.catalog.TableState;
import com.sparkify.etl.io.lake.Lake;
import com.sparkify.etl.runner.config.CatalogSettings;
import com.sparkify.etl.runner.config.LakeSettings;
import com.sparkify.etl.runner.config.StarSettings;
import com.sparkify.etl.runner.output.Progress;
import com.sparkify.etl.runner.output.Streams;
import com.sparkify.etl.runner.output.TextTable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes the lake's tables known by name, forgets them, and shows them. Touches no file of them. */
public final class TablesJob {
  private static final String NONE = "-";

  private final Optional<SparkCatalog> catalog;
  private final CatalogSettings settings;
  private final Lake lake;
  private final LakeSettings lakeSettings;
  private final List<Table> tables;
  private final Progress progress;
  private final Streams streams;

  @Inject
  TablesJob(
      Optional<SparkCatalog> catalog,
      CatalogSettings settings,
      Lake lake,
      LakeSettings lakeSettings,
      StarSettings star,
      Progress progress,
      Streams streams) {
    this.catalog = catalog;
    this.settings = settings;
    this.lake = lake;
    this.lakeSettings = lakeSettings;
    this.tables = star.tables();
    this.progress = progress;
    this.streams = streams;
  }

  /**
   * Makes the tables that the catalog does not have, and brings the partitions of all in step.
   *
   * @throws EtlException of kind CONFIG if nothing is published
   */
  public void create() {
    if (lake.recorded().isEmpty()) {
      throw new EtlException(
          Kind.CONFIG,
          "Nothing is published in the lake '%s', so there are no tables to name. 'sparkify run' publishes them."
              .formatted(lakeSettings.path()));
    }
    progress.phase("create the tables");
    List<Table> created = catalog().create(tables);
    tell(
        tables, table -> created.contains(table) ? "created" : "there already, partitions in step");
  }

  /** Takes the tables out of the catalog. */
  public void drop() {
    progress.phase("drop the tables");
    List<Table> dropped = catalog().drop(tables);
    tell(tables, table -> dropped.contains(table) ? "dropped, its files stay" : "was not there");
  }

  /** Prints how the catalog has each table, and how the lake has it. */
  public void show() {
    progress.phase("look at the tables");
    List<TableState> states = catalog().states(tables);
    TextTable shown =
        new TextTable(
            text("table"),
            number("columns"),
            number("of the lake"),
            number("partitions"),
            number("of the lake"),
            text("location"));
    states.forEach(state -> shown.line(line(state)));
    progress.close();
    streams.out().print("database: %s\n\n".formatted(settings.database()));
    shown.write(streams.out());
    states.forEach(
        state ->
            state
                .difference()
                .ifPresent(
                    difference ->
                        streams
                            .out()
                            .print(
                                "\nwarning: %s is another table than the lake's: %s\n"
                                    .formatted(state.table().name(), difference))));
    streams.out().flush();
  }

  private List<String> line(TableState state) {
    Table table = state.table();
    boolean isThere = state.location().isPresent();
    boolean hasPartitions = !table.partitionedBy().isEmpty();
    return List.of(
        table.name(),
        isThere ? count(state.columns()) : NONE,
        count(table.fields().size()),
        isThere && hasPartitions ? count(state.partitions()) : NONE,
        hasPartitions ? partitionsOfTheLake(table) : NONE,
        state.location().orElse("not in the catalog"));
  }

  private String partitionsOfTheLake(Table table) {
    if (lake.recorded().isEmpty()) {
      return NONE;
    }
    return count(
        Arrays.stream(lake.read(table).inputFiles())
            .map(file -> file.substring(0, file.lastIndexOf('/')))
            .distinct()
            .count());
  }

  private void tell(List<Table> all, Function<Table, String> outcome) {
    progress.close();
    for (Table table : all) {
      streams
          .out()
          .print("%s.%s: %s\n".formatted(settings.database(), table.name(), outcome.apply(table)));
    }
    streams.out().flush();
  }

  private SparkCatalog catalog() {
    return catalog.orElseThrow(
        () -> new IllegalStateException("the session was opened without a catalog"));
  }

  private static String count(long number) {
    return "%,d".formatted(number);
  }
}
