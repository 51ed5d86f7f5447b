package com.sparkify.etl.runner.job;

import com.google.inject.Inject;
import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.io.source.SourceFile;
import com.sparkify.etl.io.staging.Ledger;
import java.util.List;

/** How much a command has to read, guessed from listings and ledgers, without Spark. */
public final class InputSize {
  /** Few lines of either source are shorter, so that rows are guessed too many. */
  private static final long BYTES_OF_A_LINE = 200;

  private final Sources sources;

  @Inject
  InputSize(Sources sources) {
    this.sources = sources;
  }

  /** The rows of {@code input}; what cannot be read counts as none, and fails the command later. */
  public long rows(Input input) {
    return input == Input.NONE
        ? 0
        : sources.all().stream().mapToLong(source -> rows(source, input)).sum();
  }

  /** The rows that {@code files} may hold. */
  static long rows(List<SourceFile> files) {
    return files.stream().mapToLong(SourceFile::size).sum() / BYTES_OF_A_LINE;
  }

  private static long rows(StagedSource source, Input input) {
    try {
      Ledger ledger = source.staging().ledger();
      long staged =
          ledger.currentVersions().stream().mapToLong(version -> version.file().read()).sum();
      return input == Input.SOURCES ? staged + rows(ledger.pending(source.files())) : staged;
    } catch (EtlException reportedByTheCommand) {
      return 0;
    }
  }
}
