package com.sparkify.etl.runner.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.sparkify.etl.io.warehouse.Warehouse;
import com.sparkify.etl.io.warehouse.Warehouses;
import com.sparkify.etl.runner.config.WarehouseSettings;

/** Provides {@link Warehouse}: a PostgreSQL, with the user and password of the environment. */
public final class WarehouseModule extends AbstractModule {
  @Provides
  Warehouse warehouse(WarehouseSettings settings) {
    return Warehouses.postgres(settings.requireUrl(), settings.schema(), System.getenv());
  }
}
