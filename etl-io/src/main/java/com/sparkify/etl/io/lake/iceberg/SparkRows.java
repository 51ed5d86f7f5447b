package com.sparkify.etl.io.lake.iceberg;

import static java.util.Objects.requireNonNull;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.io.lake.Layout;
import com.sparkify.etl.io.lake.Release.Part;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Snapshot;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;

/** Reads and writes the rows of tables, by a catalog that the session is told of. */
final class SparkRows {
  private final LakeTables tables;

  SparkRows(LakeTables tables) {
    this.tables = tables;
  }

  /**
   * The rows of {@code table} in the version of run {@code runId}, empty if it is not in it. A
   * column that the table did not have then is null.
   */
  Optional<Dataset<Row>> read(SparkSession session, Table table, String runId) {
    return tables
        .find(table.name())
        .filter(stored -> Refs.snapshotOf(stored, runId).isPresent())
        .map(stored -> read(session, table, stored, Refs.snapshotOf(stored, runId).getAsLong()));
  }

  private Dataset<Row> read(
      SparkSession session, Table table, org.apache.iceberg.Table stored, long snapshotId) {
    register(session);
    Snapshot snapshot = requireNonNull(stored.snapshot(snapshotId), table.name());
    Schema schema = requireNonNull(stored.schemas().get(snapshot.schemaId()), table.name());
    Column[] columns =
        table.fields().stream()
            .map(
                field ->
                    field.from(
                        schema.findField(field.name()) == null ? lit(null) : col(field.name())))
            .toArray(Column[]::new);
    return session.read().table(name(table, "snapshot_id_" + snapshotId)).select(columns);
  }

  /** Writes {@code part} on {@code branch} of its table, in place of what it replaces there. */
  void write(Part part, String branch) {
    register(part.rows().sparkSession());
    Column replaced =
        part.replaced().map(Partitioning.of(part.table())::holds).orElseGet(() -> lit(true));
    try {
      // Rows come in the layout of the lake: Iceberg would sort them by the same once more.
      Layout.of(part, false)
          .writeTo(name(part.table(), "branch_" + branch))
          .option("use-table-distribution-and-ordering", "false")
          .option("fanout-enabled", "false")
          .overwrite(replaced);
    } catch (NoSuchTableException e) {
      throw new EtlException(
          Kind.STORAGE,
          "Could not write table '%s': another writer removed it or the branch '%s'. Run again."
              .formatted(part.table().name(), branch),
          e);
    }
  }

  private String name(Table table, String selector) {
    return Stream.of(
            Stream.of(tables.catalogName()),
            Arrays.stream(tables.namespace().levels()),
            Stream.of(table.name(), selector))
        .flatMap(names -> names)
        .map(name -> "`" + name.replace("`", "``") + "`")
        .collect(Collectors.joining("."));
  }

  /** Tables are not kept between commands: branches come and go without Spark's knowledge. */
  private void register(SparkSession session) {
    String key = "spark.sql.catalog." + tables.catalogName();
    if (session.conf().get(key, "").isEmpty()) {
      tables.properties().forEach((name, value) -> session.conf().set(key + "." + name, value));
      session.conf().set(key + ".cache-enabled", "false");
      session.conf().set(key, "org.apache.iceberg.spark.SparkCatalog");
    }
  }
}
