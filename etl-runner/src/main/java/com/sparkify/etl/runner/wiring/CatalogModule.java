package com.sparkify.etl.runner.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.sparkify.etl.io.catalog.SparkCatalog;
import com.sparkify.etl.runner.config.CatalogSettings;
import com.sparkify.etl.runner.config.LakeSettings;
import com.sparkify.etl.runner.spark.CatalogSessions;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/** Provides the {@link SparkCatalog} of the session, if it was opened with one. */
public final class CatalogModule extends AbstractModule {
  @Provides
  Optional<SparkCatalog> catalog(
      SparkSession spark, CatalogSettings catalog, LakeSettings lake, Configuration conf) {
    return CatalogSessions.catalog(spark, catalog, lake, conf);
  }
}
