package com.sparkify.etl.runner.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.sparkify.etl.io.lake.Lake;
import com.sparkify.etl.io.lake.iceberg.IcebergTables;
import com.sparkify.etl.runner.config.LakeSettings;
import com.sparkify.etl.runner.spark.LateSpark;
import org.apache.hadoop.conf.Configuration;

/** Provides {@link Lake}: tables of Apache Iceberg, which keep their versions. */
public final class IcebergLakeModule extends AbstractModule {
  @Provides
  Lake lake(Configuration conf, LateSpark spark, LakeSettings settings) {
    return IcebergTables.at(settings.path(), settings.iceberg(), conf, spark);
  }
}
