package com.sparkify.etl.it.kills;

import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.it.Program;
import com.sparkify.etl.it.Sparkify.Ended;
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
    return OnDisk.in(folder, program);
  }

  /** A lake in {@code bucket}, which is empty; what a reader copies goes below {@code folder}. */
  static Site onS3(Bucket bucket, Path folder, Program program) throws IOException {
    return OnS3.in(bucket, folder, program);
  }

  /** On what the lake is: {@code disk} or {@code S3}. */
  String name();

  /** The moment at which {@code step} is done here. */
  Moment momentOf(Step step);

  /** Makes the lake as it was before the delivery. */
  void restore();

  /** Starts a run and kills it at {@code moment}; how it ended, if it did before. */
  Optional<Ended> killedAt(Moment moment);

  /** Runs the whole job. */
  Ended run();

  /**
   * The published rows of {@code table} in order, each as the texts of its columns.
   *
   * @throws Vanished if a file goes while it is read, as it may while a run publishes
   */
  List<List<String>> rows(Table table) throws Vanished;

  /** The files below the lake that only a run that was cut off leaves, and open uploads. */
  List<String> orphans();

  /** A file was gone when it was its turn to be read. */
  final class Vanished extends Exception {
    private static final long serialVersionUID = 1;

    public Vanished(Throwable cause) {
      super(cause);
    }
  }
}
