package com.sparkify.etl.it.warehouse;

import com.sparkify.etl.core.star.StarSchema;
import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.io.fixture.Spark;
import com.sparkify.etl.it.DuckDb;
import com.sparkify.etl.it.Program;
import com.sparkify.etl.it.Sparkify;
import com.sparkify.etl.it.Sparkify.Ended;
import com.sparkify.etl.it.Sparkify.Running;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;

/** A lake, a PostgreSQL that is loaded from it, and what either holds. */
record LoadedWarehouse(Path lake, Postgres postgres, SparkSession spark) {
  /** The rows of each table and the run whose rows they are, by one statement. */
  static final String VERSION =
      StarSchema.TABLES.stream()
          .map(table -> "(SELECT count(*) FROM sparkify.\"%s\")".formatted(table.name()))
          .collect(
              Collectors.joining(
                  ", ",
                  "SELECT ",
                  ", (SELECT run_id FROM sparkify.loads ORDER BY load_id DESC LIMIT 1)"));

  private static final Path SAMPLE = Sparkify.project().resolve("etl-runner/sample");

  LoadedWarehouse(Path lake, Postgres postgres) {
    this(lake, postgres, Spark.session().newSession());
  }

  /** Publishes the sample's logs of {@code months}, such as {@code 2018/11}, beside older ones. */
  void publish(String months) {
    publish(SAMPLE.resolve("log_data").resolve(months));
  }

  /** Publishes the whole sample, in whose text no double encoding is undone. */
  void publishAsWritten() {
    publish(SAMPLE.resolve("log_data"), "--set=sparkify.source.events.repair-text=false");
  }

  private void publish(Path events, String... options) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "run",
                "--songs=" + SAMPLE.resolve("song_data"),
                "--events=" + events,
                "--lake=" + lake));
    arguments.addAll(List.of(options));
    sparkify(arguments.toArray(String[]::new)).ok();
  }

  /** Loads what is published. */
  Ended load(String... options) {
    return sparkify(loading(options));
  }

  /** The same in a process of its own, which can be killed. */
  Running start(String... options) {
    return Sparkify.withJavaOptions().start(lake, loading(options));
  }

  private String[] loading(String... options) {
    List<String> arguments =
        new ArrayList<>(List.of("warehouse", "load", "--lake=" + lake, "--url=" + postgres.url()));
    arguments.addAll(List.of(options));
    return arguments.toArray(String[]::new);
  }

  Ended sparkify(String... arguments) {
    return Program.inThisJvm(spark).run(List.of(arguments));
  }

  /** The rows of {@code table} in the lake, in the order of its key. */
  List<String> inLake(Table table) {
    return new DuckDb(lake).rows(all(table, table.name(), "epoch_us(%s)"));
  }

  /** The same in PostgreSQL. */
  List<String> inPostgres(Table table) throws SQLException {
    return postgres.rows(
        all(
            table,
            "sparkify.\"%s\"".formatted(table.name()),
            "(extract(epoch FROM %s) * 1000000)::bigint"));
  }

  /** What {@link #VERSION} says. */
  List<String> version() throws SQLException {
    return postgres.rows(VERSION);
  }

  private static String all(Table table, String from, String microseconds) {
    return table.fields().stream()
        .map(field -> column(field, microseconds))
        .collect(
            Collectors.joining(
                ", ",
                "SELECT ",
                " FROM %s ORDER BY %s"
                    .formatted(
                        from,
                        table.key().stream()
                            .map(field -> "\"%s\"".formatted(field.name()))
                            .collect(Collectors.joining(", ")))));
  }

  private static String column(Field field, String microseconds) {
    String name = "\"%s\"".formatted(field.name());
    return field.type().simpleString().equals("timestamp") ? microseconds.formatted(name) : name;
  }
}
