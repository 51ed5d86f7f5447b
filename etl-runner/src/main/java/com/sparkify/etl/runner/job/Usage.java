package com.sparkify.etl.runner.job;

import com.google.inject.Inject;
import com.sparkify.etl.io.storage.S3Requests;
import com.sparkify.etl.runner.config.LakeSettings;
import com.sparkify.etl.runner.config.SourceSettings;
import com.sparkify.etl.runner.report.ComputeReport;
import com.sparkify.etl.runner.spark.ComputeMeter;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/** What a run takes of S3 and of the cluster. */
final class Usage {
  private final List<String> locations;
  private final Configuration conf;
  private final ComputeMeter meter;

  @Inject
  Usage(SourceSettings source, LakeSettings lake, Configuration conf, ComputeMeter meter) {
    this.locations = List.of(source.songs().path(), source.events().path(), lake.path());
    this.conf = conf;
    this.meter = meter;
  }

  /** The requests that this JVM has sent so far. */
  S3Requests s3Requests() {
    return S3Requests.sent(locations, conf);
  }

  ComputeReport compute() {
    return meter.soFar();
  }
}
