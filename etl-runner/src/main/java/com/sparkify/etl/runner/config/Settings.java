package com.sparkify.etl.runner.config;

import static java.util.Objects.requireNonNull;

/** What a run is configured to do, valid in every part. */
public record Settings(
    SourceSettings source, LakeSettings lake, StarSettings star, SparkSettings spark) {
  public Settings {
    requireNonNull(source, "source");
    requireNonNull(lake, "lake");
    requireNonNull(star, "star");
    requireNonNull(spark, "spark");
  }
}
