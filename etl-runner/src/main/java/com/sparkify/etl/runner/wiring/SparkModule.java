package com.sparkify.etl.runner.wiring;

import com.google.inject.AbstractModule;
import com.sparkify.etl.runner.spark.LateSpark;

/** Provides {@link LateSpark}, closed by whoever made it. */
public final class SparkModule extends AbstractModule {
  private final LateSpark spark;

  public SparkModule(LateSpark spark) {
    this.spark = spark;
  }

  @Override
  protected void configure() {
    bind(LateSpark.class).toInstance(spark);
  }
}
