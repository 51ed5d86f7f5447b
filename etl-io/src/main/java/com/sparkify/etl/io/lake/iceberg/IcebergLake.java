package com.sparkify.etl.io.lake.iceberg;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.io.lake.Basis;
import com.sparkify.etl.io.lake.History;
import com.sparkify.etl.io.lake.Lake;
import com.sparkify.etl.io.lake.Recovery;
import com.sparkify.etl.io.lake.Release;
import com.sparkify.etl.io.lake.Version;
import com.sparkify.etl.io.lake.iceberg.Versions.Entry;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * Tables of Iceberg, of which all have the tag {@code run-<id>} where they hold the version of that
 * run. A reader of one tag sees one version, whatever is published meanwhile; a reader of main sees
 * the tables follow one another when a version is published.
 */
final class IcebergLake implements Lake {
  private final String root;
  private final IcebergCatalog catalog;
  private final Configuration conf;
  private final Supplier<SparkSession> spark;
  private @Nullable Opened opened;

  IcebergLake(
      String root, IcebergCatalog catalog, Configuration conf, Supplier<SparkSession> spark) {
    this.root = root;
    this.catalog = catalog;
    this.conf = conf;
    this.spark = spark;
  }

  private record Opened(LakeTables tables, Versions versions) {}

  /** The catalog is opened when it is first needed. */
  private synchronized Opened opened() throws IOException {
    if (opened == null) {
      LakeTables tables = LakeTables.of(new Path(root), catalog, conf);
      opened = new Opened(tables, new Versions(new Path(root), conf, tables));
    }
    return opened;
  }

  @Override
  public Optional<Recovery> recover() {
    return attempt("put right a publish that was cut off", lake -> cutOff(lake).recover());
  }

  @Override
  public Optional<Version> current() {
    return attempt(
        "read the current version",
        lake -> {
          Standing standing = Standing.of(lake.tables(), lake.versions());
          return standing.isOnMain() ? newest(lake, standing.newest()) : Optional.empty();
        });
  }

  @Override
  public Optional<Version> recorded() {
    return attempt(
        "read the version that was published last", lake -> newest(lake, lake.versions().newest()));
  }

  @Override
  public Version rebase(Basis basis) {
    return attempt(
        "name the batches that the tables follow from",
        lake -> {
          cutOff(lake).recover();
          Entry newest =
              lake.versions()
                  .newest()
                  .orElseThrow(() -> new IllegalStateException("nothing is published"));
          Version version = lake.versions().read(newest).orElseThrow().on(basis);
          lake.versions().write(newest, version);
          return version;
        });
  }

  @Override
  public Version publish(Release release, Executor threads) {
    return attempt(
        "publish run '%s'".formatted(release.runId()),
        lake -> {
          cutOff(lake).recover();
          Standing standing = Standing.of(lake.tables(), lake.versions());
          try {
            return new Publication(lake.tables(), new SparkRows(lake.tables()), release, standing)
                .publish(lake.versions(), threads);
          } catch (IOException | RuntimeException e) {
            settleAfter(e, lake, release.runId());
            throw e;
          }
        });
  }

  @Override
  public Dataset<Row> read(Table table) {
    return attempt(
        "read table '%s'".formatted(table.name()),
        lake -> {
          Optional<Entry> newest = lake.versions().newest();
          Optional<Dataset<Row>> rows =
              newest.isPresent()
                  ? new SparkRows(lake.tables())
                      .read(spark.get(), table, newest.orElseThrow().runId())
                  : Optional.empty();
          return rows.orElseThrow(
              () ->
                  new EtlException(
                      Kind.CONFIG,
                      ("The lake '%s' has no table '%s'. Give the path of a lake, or publish its"
                              + " tables first.")
                          .formatted(root, table.name())));
        });
  }

  @Override
  public Optional<History> history() {
    return Optional.empty();
  }

  private static Optional<Version> newest(Opened lake, Optional<Entry> newest) throws IOException {
    return newest.isPresent() ? lake.versions().read(newest.orElseThrow()) : Optional.empty();
  }

  private static CutOffRuns cutOff(Opened lake) {
    return new CutOffRuns(lake.tables(), lake.versions());
  }

  private static void settleAfter(Exception failure, Opened lake, String runId) {
    try {
      cutOff(lake).settle(runId);
    } catch (IOException | RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  private interface Attempt<T> {
    T make(Opened lake) throws IOException;
  }

  private <T> T attempt(String what, Attempt<T> attempt) {
    try {
      return attempt.make(opened());
    } catch (IOException | RuntimeException e) {
      throw IcebergTrouble.of("%s in the lake '%s'".formatted(what, root), e);
    }
  }
}
