package com.sparkify.etl.runner.job;

import com.google.inject.Inject;
import com.sparkify.etl.io.lake.Version;
import com.sparkify.etl.io.warehouse.Warehouse;
import com.sparkify.etl.runner.output.Progress;
import com.sparkify.etl.runner.output.Streams;
import com.sparkify.etl.runner.spark.InputFit;
import com.sparkify.etl.runner.spark.LateSpark;

/** Takes the published tables into the warehouse. */
public final class WarehouseLoadJob {
  private final KeptVersions versions;
  private final PublishedVersion published;
  private final LateSpark spark;
  private final Warehouse warehouse;
  private final WarehouseInsertJob insert;
  private final Progress progress;
  private final Streams streams;

  @Inject
  WarehouseLoadJob(
      KeptVersions versions,
      PublishedVersion published,
      LateSpark spark,
      Warehouse warehouse,
      WarehouseInsertJob insert,
      Progress progress,
      Streams streams) {
    this.versions = versions;
    this.published = published;
    this.spark = spark;
    this.warehouse = warehouse;
    this.insert = insert;
    this.progress = progress;
    this.streams = streams;
  }

  /** Fills the staging tables, then the star. */
  public void load() {
    stage();
    insert.insert();
  }

  /** Fills the staging tables only. */
  public void loadStaging() {
    Version version = stage();
    progress.close();
    streams
        .out()
        .print(
            "staged the rows of run '%s'; 'warehouse load --insert-dw' takes them into the star\n"
                .formatted(version.runId()));
    streams.out().flush();
  }

  private Version stage() {
    Version version = published.version();
    progress.phase("load the staging tables");
    long rows = version.tables().values().stream().mapToLong(Version.Contents::rowCount).sum();
    spark.whenOpen(session -> InputFit.fit(session, rows));
    warehouse.loadStaging(version, versions.reading(version));
    return version;
  }
}
