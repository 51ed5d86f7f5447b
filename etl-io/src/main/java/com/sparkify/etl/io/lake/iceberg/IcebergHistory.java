package com.sparkify.etl.io.lake.iceberg;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.io.lake.History;
import com.sparkify.etl.io.lake.Maintained;
import com.sparkify.etl.io.lake.Maintenance;
import com.sparkify.etl.io.lake.Version;
import com.sparkify.etl.io.lake.iceberg.OpenLake.Opened;
import com.sparkify.etl.io.lake.iceberg.Versions.Entry;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The versions of which every table has the tag. */
final class IcebergHistory implements History {
  private final OpenLake lake;
  private final Supplier<SparkSession> spark;

  IcebergHistory(OpenLake lake, Supplier<SparkSession> spark) {
    this.lake = lake;
    this.spark = spark;
  }

  @Override
  public List<Version> versions() {
    return lake.attempt(
        "read the versions",
        open -> {
          List<Version> versions = new ArrayList<>();
          for (Entry entry : open.versions().all()) {
            versions.add(open.versions().get(entry));
          }
          return versions;
        });
  }

  @Override
  public Dataset<Row> read(Table table, String runId) {
    return lake.attempt(
        "read table '%s' of the version of run '%s'".formatted(table.name(), runId),
        open -> {
          requireVersion(open, runId);
          return open.rows()
              .read(spark.get(), table, runId)
              .orElseThrow(
                  () ->
                      new EtlException(
                          Kind.CONFIG,
                          ("The version of run '%s' in the lake '%s' has no table '%s'. Name a"
                                  + " later run.")
                              .formatted(runId, lake.root(), table.name())));
        });
  }

  @Override
  public Version rollBack(String to, String runId, Instant at) {
    return lake.attempt(
        "roll back to the version of run '%s'".formatted(to),
        open -> {
          open.cutOff().recover();
          Version version = requireVersion(open, to);
          Rollback rollback = new Rollback(version, open.standing());
          return open.settled(runId, () -> rollback.publish(open.versions(), runId, at));
        });
  }

  @Override
  public Maintained maintain(Maintenance maintenance) {
    return lake.attempt(
        "maintain the tables",
        open -> {
          open.cutOff().recover();
          Upkeep upkeep = new Upkeep(open, open.standing(), maintenance);
          return open.settled(maintenance.runId(), () -> upkeep.maintain(spark.get()));
        });
  }

  private Version requireVersion(Opened open, String runId) throws IOException {
    Entry entry =
        open.versions()
            .of(runId)
            .orElseThrow(
                () ->
                    new EtlException(
                        Kind.CONFIG,
                        ("The lake '%s' has no version of run '%s': it published none, or it has"
                                + " expired. Name a run of the lake's history.")
                            .formatted(lake.root(), runId)));
    return open.versions().get(entry);
  }
}
