package com.sparkify.etl.runner.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.sparkify.etl.runner.spark.ComputeMeter;
import java.time.Clock;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/**
 * Provides {@link SparkSession}, stopped by whoever opened it, its {@link Configuration} and its
 * {@link ComputeMeter}.
 */
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
  @Singleton
  ComputeMeter compute(Clock clock) {
    return ComputeMeter.of(spark, clock);
  }

  @Provides
  Configuration hadoop() {
    return spark.sparkContext().hadoopConfiguration();
  }
}
