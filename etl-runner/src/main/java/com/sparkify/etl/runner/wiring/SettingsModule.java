package com.sparkify.etl.runner.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.sparkify.etl.runner.config.CatalogSettings;
import com.sparkify.etl.runner.config.GuardSettings;
import com.sparkify.etl.runner.config.LakeSettings;
import com.sparkify.etl.runner.config.MaintainSettings;
import com.sparkify.etl.runner.config.Settings;
import com.sparkify.etl.runner.config.SourceSettings;
import com.sparkify.etl.runner.config.SparkSettings;
import com.sparkify.etl.runner.config.StarSettings;
import com.sparkify.etl.runner.config.VacuumSettings;
import com.sparkify.etl.runner.config.WarehouseSettings;

/** Provides {@link Settings} and each of its parts. */
public final class SettingsModule extends AbstractModule {
  private final Settings settings;

  public SettingsModule(Settings settings) {
    this.settings = settings;
  }

  @Provides
  Settings settings() {
    return settings;
  }

  @Provides
  SourceSettings source() {
    return settings.source();
  }

  @Provides
  LakeSettings lake() {
    return settings.lake();
  }

  @Provides
  CatalogSettings catalog() {
    return settings.catalog();
  }

  @Provides
  StarSettings star() {
    return settings.star();
  }

  @Provides
  GuardSettings guard() {
    return settings.guard();
  }

  @Provides
  VacuumSettings vacuum() {
    return settings.vacuum();
  }

  @Provides
  MaintainSettings maintain() {
    return settings.maintain();
  }

  @Provides
  WarehouseSettings warehouse() {
    return settings.warehouse();
  }

  @Provides
  SparkSettings spark() {
    return settings.spark();
  }
}
