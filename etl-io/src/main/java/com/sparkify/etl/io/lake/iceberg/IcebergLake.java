package com.sparkify.etl.io.lake.iceberg;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.io.lake.Basis;
import com.sparkify.etl.io.lake.History;
import com.sparkify.etl.io.lake.Lake;
import com.sparkify.etl.io.lake.Recovery;
import com.sparkify.etl.io.lake.Release;
import com.sparkify.etl.io.lake.TimedFile;
import com.sparkify.etl.io.lake.Version;
import com.sparkify.etl.io.lake.iceberg.Versions.Entry;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Tables of Iceberg, of which all have the tag {@code run-<id>} where they hold the version of that
 * run. A reader of one tag sees one version, whatever is published meanwhile; a reader of main sees
 * the tables follow one another when a version is published.
 */
final class IcebergLake implements Lake {
  private final OpenLake lake;
  private final Supplier<SparkSession> spark;

  IcebergLake(OpenLake lake, Supplier<SparkSession> spark) {
    this.lake = lake;
    this.spark = spark;
  }

  @Override
  public Optional<Recovery> recover() {
    return lake.attempt("put right a publish that was cut off", open -> open.cutOff().recover());
  }

  @Override
  public Optional<Version> current() {
    return lake.attempt(
        "read the current version",
        open -> {
          Standing standing = open.standing();
          return standing.isOnMain() ? open.versions().read(standing.newest()) : Optional.empty();
        });
  }

  @Override
  public Optional<Version> recorded() {
    return lake.attempt(
        "read the version that was published last",
        open -> open.versions().read(open.versions().newest()));
  }

  @Override
  public Version rebase(Basis basis) {
    return lake.attempt(
        "name the batches that the tables follow from",
        open -> {
          open.cutOff().recover();
          Entry newest =
              open.versions()
                  .newest()
                  .orElseThrow(() -> new IllegalStateException("nothing is published"));
          Version version = open.versions().get(newest).on(basis);
          open.versions().write(newest, version);
          return version;
        });
  }

  @Override
  public Version publish(Release release, Executor threads) {
    return lake.attempt(
        "publish run '%s'".formatted(release.runId()),
        open -> {
          open.cutOff().recover();
          Publication publication =
              new Publication(open.tables(), open.rows(), release, open.standing());
          return open.settled(release.runId(), () -> publication.publish(open.versions(), threads));
        });
  }

  @Override
  public Dataset<Row> read(Table table) {
    Optional<Dataset<Row>> rows =
        lake.attempt(
            "read table '%s'".formatted(table.name()),
            open -> {
              Optional<Entry> newest = open.versions().newest();
              return newest.flatMap(
                  version -> open.rows().read(spark.get(), table, version.runId()));
            });
    return rows.orElseThrow(
        () ->
            new EtlException(
                Kind.CONFIG,
                ("The lake '%s' has no table '%s'. Give the path of a lake, or publish its tables"
                        + " first.")
                    .formatted(lake.root(), table.name())));
  }

  @Override
  public List<TimedFile> filesInTime(Table table, Set<List<Object>> partitions) {
    return lake.attempt(
        "read the metadata of table '%s'".formatted(table.name()),
        open -> {
          Standing standing = open.standing();
          OptionalLong snapshot = standing.snapshotOf(table.name());
          return snapshot.isPresent()
              ? new FilesInTime(open.tables().get(table.name()), Partitioning.of(table))
                  .in(snapshot.getAsLong(), partitions)
              : List.of();
        });
  }

  @Override
  public Optional<History> history() {
    return Optional.of(new IcebergHistory(lake, spark));
  }
}
