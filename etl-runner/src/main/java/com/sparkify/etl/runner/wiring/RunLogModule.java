package com.sparkify.etl.runner.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.sparkify.etl.runner.config.LakeSettings;
import com.sparkify.etl.runner.report.RunLog;
import org.apache.hadoop.conf.Configuration;

/** Provides {@link RunLog}: the reports of the lake's runs. */
public final class RunLogModule extends AbstractModule {
  @Provides
  RunLog runs(LakeSettings lake, Configuration conf) {
    return new RunLog(lake.path(), conf);
  }
}
