package com.sparkify.etl.runner.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.sparkify.etl.io.lake.Lake;
import com.sparkify.etl.io.lake.parquet.ParquetTables;
import com.sparkify.etl.runner.config.LakeSettings;
import com.sparkify.etl.runner.spark.LateSpark;
import org.apache.hadoop.conf.Configuration;

/** Provides {@link Lake}: tables as folders of Parquet files under the lake's root. */
public final class ParquetLakeModule extends AbstractModule {
  @Provides
  Lake lake(Configuration conf, LateSpark spark, LakeSettings settings) {
    return ParquetTables.at(settings.path(), conf, spark);
  }
}
