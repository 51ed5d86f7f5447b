package com.sparkify.etl.runner.config;

import static java.util.Objects.requireNonNull;

import com.sparkify.etl.io.storage.S3Settings;

/** What a run is configured to do, valid in every part. */
public record Settings(
    SourceSettings source,
    LakeSettings lake,
    CatalogSettings catalog,
    StarSettings star,
    GuardSettings guard,
    VacuumSettings vacuum,
    MaintainSettings maintain,
    WarehouseSettings warehouse,
    S3Settings s3,
    SparkSettings spark) {
  public Settings {
    requireNonNull(source, "source");
    requireNonNull(lake, "lake");
    requireNonNull(catalog, "catalog");
    requireNonNull(star, "star");
    requireNonNull(guard, "guard");
    requireNonNull(vacuum, "vacuum");
    requireNonNull(maintain, "maintain");
    requireNonNull(warehouse, "warehouse");
    requireNonNull(s3, "s3");
    requireNonNull(spark, "spark");
  }
}
