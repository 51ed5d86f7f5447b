package com.sparkify.etl.runner.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.sparkify.etl.io.source.JsonPaths;
import com.sparkify.etl.io.source.JsonSource;
import com.sparkify.etl.io.source.JsonSources;
import com.sparkify.etl.io.staging.StagingAreas;
import com.sparkify.etl.runner.config.LakeSettings;
import com.sparkify.etl.runner.config.SourceSettings;
import com.sparkify.etl.runner.job.Sources;
import com.sparkify.etl.runner.job.StagedSource;
import com.sparkify.etl.runner.spark.LateSpark;
import org.apache.hadoop.conf.Configuration;

/** Provides {@link Sources}: the JSON files of songs and events, with their staging areas. */
public final class SourcesModule extends AbstractModule {
  @Provides
  @Singleton
  Sources sources(
      Configuration conf,
      LateSpark spark,
      SourceSettings source,
      LakeSettings lake,
      JsonPaths names) {
    StagingAreas staging = StagingAreas.of(lake.path(), conf, spark);
    JsonSource songs = JsonSources.songs(conf, spark, source.songs().path());
    JsonSource events = JsonSources.events(conf, spark, source.events().path(), names);
    return new Sources(
        new StagedSource("songs", songs, staging.songs(songs)),
        new StagedSource("events", events, staging.events(events)));
  }

  @Provides
  JsonPaths names(SourceSettings source, Configuration conf) {
    return source
        .events()
        .jsonPaths()
        .map(path -> JsonPaths.read(path, conf))
        .orElse(JsonPaths.none());
  }
}
