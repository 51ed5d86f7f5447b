package com.sparkify.etl.runner.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.sparkify.etl.io.lake.LakeLock;
import com.sparkify.etl.io.lake.WorkFolder;
import com.sparkify.etl.runner.config.LakeSettings;
import com.sparkify.etl.runner.report.RunLog;
import java.time.Clock;
import org.apache.hadoop.conf.Configuration;

/**
 * Provides {@link RunLog}, the reports of the lake's runs, its {@link LakeLock} and its {@link
 * WorkFolder}.
 */
public final class RunsModule extends AbstractModule {
  @Provides
  RunLog runs(LakeSettings lake, Configuration conf) {
    return new RunLog(lake.path(), conf);
  }

  @Provides
  WorkFolder folder(LakeSettings lake, Configuration conf) {
    return WorkFolder.of(lake.path(), conf);
  }

  @Provides
  LakeLock lock(LakeSettings lake, Configuration conf, Clock clock) {
    return LakeLock.of(lake.path(), conf, clock);
  }
}
