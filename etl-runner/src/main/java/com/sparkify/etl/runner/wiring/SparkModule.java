package com.sparkify.etl.runner.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/** Provides {@link SparkSession}, stopped by whoever opened it, and its {@link Configuration}. */
public final class SparkModule extends AbstractModule {
  private final SparkSession spark;

  public SparkModule(SparkSession spark) {
    this.spark = spark;
  }

  @Override
  protected void configure() {
    bind(SparkSession.class).toInstance(spark);
  }

  @Provides
  Configuration hadoop() {
    return spark.sparkContext().hadoopConfiguration();
  }
}
