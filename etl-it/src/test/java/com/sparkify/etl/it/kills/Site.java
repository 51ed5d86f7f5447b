package com.sparkify.etl.it.kills;

import com.sparkify.etl.it.Program;
import com.sparkify.etl.it.Sparkify.Ended;
import com.sparkify.etl.it.Sparkify.Running;
import com.sparkify.etl.it.s3.Bucket;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A lake to which something new has been delivered, on which runs are killed.
 *
 * <p>The delivery adds a song and a day, and changes a song and a day, so that a run on it replaces
 * files of every table.
 */
public interface Site {

  /** A lake on a disk, below {@code folder}, which is empty. */
  static Site onDisk(Path folder, Program program) throws IOException {
    return OnDisk.in(folder, program, new InParquet());
  }

  /** The same with tables of Iceberg. */
  static Site onDiskInIceberg(Path folder, Program program) throws IOException {
    return OnDisk.in(folder, program, new InIceberg());
  }

  /** A lake in {@code bucket}, which is empty; what a reader copies goes below {@code folder}. */
  static Site onS3(Bucket bucket, Path folder, Program program) throws IOException {
    return OnS3.in(bucket, folder, program);
  }

  /** On what the lake is, and in which format if not in Parquet: {@code disk} or {@code S3}. */
  String name();

  /** How the tables are stored. */
  Format format();

  /** The moment at which {@code step} is done here. */
  Moment momentOf(Step step);

  /** Makes the lake as it was before the delivery. */
  void restore();

  /** Starts a run and kills it at {@code moment}; how it ended, if it did before. */
  Optional<Ended> killedAt(Moment moment);

  /** Runs the whole job. */
  Ended run();

  /** Starts the whole job as a process. */
  Running start();

  /** What a reader asks, with answers that tell all that is published. */
  List<Question> questions();

  /** What only a run that was cut off leaves: files below the lake, open uploads, branches. */
  List<String> orphans();

  /** A file was gone when it was its turn to be read. */
  final class Vanished extends Exception {
    private static final long serialVersionUID = 1;

    public Vanished(Throwable cause) {
      super(cause);
    }
  }
}
