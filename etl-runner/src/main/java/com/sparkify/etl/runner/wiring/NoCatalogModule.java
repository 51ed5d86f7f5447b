package com.sparkify.etl.runner.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.sparkify.etl.io.catalog.SparkCatalog;
import java.util.Optional;

/** Provides that there is no {@link SparkCatalog}. */
public final class NoCatalogModule extends AbstractModule {
  @Provides
  Optional<SparkCatalog> catalog() {
    return Optional.empty();
  }
}
