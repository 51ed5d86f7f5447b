package com.sparkify.etl.runner.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.sparkify.etl.io.lake.Lake;
import com.sparkify.etl.runner.config.LakeSettings;

/** Provides {@link Lake}: tables as folders of Parquet files under the lake's root. */
public final class ParquetLakeModule extends AbstractModule {
  @Provides
  Lake lake(LakeSettings settings) {
    return table -> {
      throw new UnsupportedOperationException(
          "table '%s' of '%s'".formatted(table.name(), settings.path()));
    };
  }
}
