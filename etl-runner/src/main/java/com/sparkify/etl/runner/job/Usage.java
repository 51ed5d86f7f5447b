package com.sparkify.etl.runner.job;

import com.google.inject.Inject;
import com.sparkify.etl.io.storage.S3Requests;
import com.sparkify.etl.runner.config.LakeSettings;
import com.sparkify.etl.runner.config.SourceSettings;
import com.sparkify.etl.runner.spark.ComputeMeter;
import com.sparkify.etl.runner.spark.LateSpark;
import java.time.Clock;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/** What a run takes of S3 and of the cluster. */
final class Usage {
  private final List<String> locations;
  private final Configuration conf;
  private final LateSpark spark;
  private final Clock clock;

  @Inject
  Usage(
      SourceSettings source, LakeSettings lake, Configuration conf, LateSpark spark, Clock clock) {
    this.locations = List.of(source.songs().path(), source.events().path(), lake.path());
    this.conf = conf;
    this.spark = spark;
    this.clock = clock;
  }

  /** The requests that this JVM has sent so far. */
  S3Requests s3Requests() {
    return S3Requests.sent(locations, conf);
  }

  /** Begins to measure; whoever asks closes it. */
  ComputeMeter meter() {
    return ComputeMeter.of(spark, clock);
  }
}
