package com.sparkify.etl.runner.job;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.source.LogEvents;
import com.sparkify.etl.core.source.SongRecords;
import com.sparkify.etl.io.source.SourceFile;
import com.sparkify.etl.io.source.SourceFolder;
import com.sparkify.etl.io.staging.BatchFolders;
import com.sparkify.etl.io.staging.Ledger;
import com.sparkify.etl.runner.config.Settings;
import com.sparkify.etl.runner.spark.HadoopConfigurations;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/** How much a command has to read, guessed from listings and ledgers, without Spark. */
public final class InputSize {
  /** Few lines of either source are shorter, so that rows are guessed too many. */
  private static final long BYTES_OF_A_LINE = 200;

  private InputSize() {}

  /** The rows that {@code files} may hold. */
  static long rows(List<SourceFile> files) {
    return files.stream().mapToLong(SourceFile::size).sum() / BYTES_OF_A_LINE;
  }

  /** The rows of {@code input}; what cannot be read counts as none, and fails the command later. */
  public static long rows(Settings settings, Input input) {
    if (input == Input.NONE) {
      return 0;
    }
    Configuration conf = HadoopConfigurations.of(settings);
    String lake = settings.lake().path();
    SourceFolder songs = SourceFolder.songs(settings.source().songs().path());
    SourceFolder events = SourceFolder.events(settings.source().events().path());
    return rows(BatchFolders.of(lake, SongRecords.STAGED, conf), songs, input, conf)
        + rows(BatchFolders.of(lake, LogEvents.STAGED, conf), events, input, conf);
  }

  private static long rows(
      BatchFolders batches, SourceFolder folder, Input input, Configuration conf) {
    try {
      Ledger ledger = batches.ledger();
      long staged =
          ledger.currentVersions().stream().mapToLong(version -> version.file().read()).sum();
      return input == Input.SOURCES ? staged + rows(ledger.pending(folder.list(conf))) : staged;
    } catch (EtlException reportedByTheCommand) {
      return 0;
    }
  }
}
