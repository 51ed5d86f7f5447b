package com.sparkify.etl.runner.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.sparkify.etl.io.catalog.LakeFolder;
import com.sparkify.etl.io.catalog.SparkCatalog;
import com.sparkify.etl.runner.config.CatalogSettings;
import com.sparkify.etl.runner.config.LakeSettings;
import com.sparkify.etl.runner.spark.LateSpark;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/** Provides the {@link SparkCatalog} of a session that is opened with one. */
public final class CatalogModule extends AbstractModule {
  @Provides
  Optional<SparkCatalog> catalog(
      LateSpark spark, CatalogSettings catalog, LakeSettings lake, Configuration conf) {
    return Optional.of(
        new SparkCatalog(spark, catalog.database(), LakeFolder.at(lake.path(), conf)));
  }
}
