package com.sparkify.etl.runner.job;

import com.google.inject.Inject;
import com.sparkify.etl.io.synthetic.SyntheticData;
import com.sparkify.etl.io.synthetic.SyntheticSpec;
import com.sparkify.etl.io.synthetic.SyntheticSummary;
import com.sparkify.etl.runner.output.Progress;
import com.sparkify.etl.runner.output.Streams;
import com.sparkify.etl.runner.spark.LateSpark;

/** Makes up song and log files. */
public final class GenerateJob {
  private final LateSpark spark;
  private final Progress progress;
  private final Streams streams;

  @Inject
  GenerateJob(LateSpark spark, Progress progress, Streams streams) {
    this.spark = spark;
    this.progress = progress;
    this.streams = streams;
  }

  /** Writes the files of {@code spec} below {@code out}, an empty folder, and says how many. */
  public void generate(SyntheticSpec spec, String out) {
    progress.phase("write files");
    SyntheticSummary written =
        SyntheticData.write(spec, new org.apache.hadoop.fs.Path(out).toUri(), spark.get());
    progress.close();
    streams
        .out()
        .print(
            """
            %,d song files with %,d songs
            %,d log files with %,d events, %,d of them plays
            %,d malformed lines, %,d duplicate events, %,d late events
            %,d bytes in %s
            """
                .formatted(
                    written.songFiles(),
                    written.songs(),
                    written.logFiles(),
                    written.events(),
                    written.plays(),
                    written.malformed(),
                    written.duplicates(),
                    written.late(),
                    written.bytes(),
                    out));
  }
}
