package com.sparkify.etl.runner.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.sparkify.etl.io.source.JsonPaths;
import com.sparkify.etl.io.source.JsonSource;
import com.sparkify.etl.io.source.JsonSources;
import com.sparkify.etl.io.staging.StagingAreas;
import com.sparkify.etl.runner.config.LakeSettings;
import com.sparkify.etl.runner.config.SourceSettings;
import com.sparkify.etl.runner.job.Sources;
import com.sparkify.etl.runner.job.StagedSource;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/** Provides {@link Sources}: the JSON files of songs and events, with their staging areas. */
public final class SourcesModule extends AbstractModule {
  @Provides
  Sources sources(SparkSession spark, SourceSettings source, LakeSettings lake, JsonPaths names) {
    StagingAreas staging = StagingAreas.of(lake.path(), spark);
    JsonSource songs = JsonSources.songs(spark, source.songs().path());
    JsonSource events = JsonSources.events(spark, source.events().path(), names);
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
