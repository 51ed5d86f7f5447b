package com.sparkify.etl.runner.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.sparkify.etl.runner.config.Settings;
import com.sparkify.etl.runner.spark.HadoopConfigurations;
import org.apache.hadoop.conf.Configuration;

/** Provides {@link Configuration} to what runs without Spark. */
public final class HadoopModule extends AbstractModule {
  @Provides
  Configuration hadoop(Settings settings) {
    return HadoopConfigurations.of(settings);
  }
}
