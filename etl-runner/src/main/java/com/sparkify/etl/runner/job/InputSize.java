package com.sparkify.etl.runner.job;

import com.google.inject.Inject;
import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.io.source.SourceFile;
import com.sparkify.etl.io.staging.Ledger;
import java.util.List;
import java.util.Set;

/** How much a command has to read, guessed from listings and ledgers, without Spark. */
public final class InputSize {
  /** Few lines of either source are shorter, so that rows are guessed too many. */
  private static final long BYTES_OF_A_LINE = 200;

  /** Fewer staged rows are not worth a look at which of them are published. */
  private static final long FEW = 1_000_000;

  private final Sources sources;
  private final Planner planner;

  @Inject
  InputSize(Sources sources, Planner planner) {
    this.sources = sources;
    this.planner = planner;
  }

  /** A source with its ledger, which is read once. */
  private record Area(StagedSource source, Ledger ledger) {
    static Area of(StagedSource source) {
      return new Area(source, source.staging().ledger());
    }

    long pending() {
      return InputSize.rows(ledger.pending(source.files()));
    }

    long staged() {
      return BuildPlan.rows(ledger);
    }
  }

  /** The rows of {@code input}; what cannot be read counts as none, and fails the command later. */
  public long rows(Input input) {
    if (input == Input.NONE) {
      return 0;
    }
    try {
      Area songs = Area.of(sources.songs());
      Area events = Area.of(sources.events());
      return switch (input) {
        case NONE -> 0;
        case LAKE -> songs.staged() + events.staged();
        case NEW_FILES -> songs.pending() + events.pending();
        case CHANGES -> changes(songs, events);
        case SOURCES -> songs.pending() + events.pending() + songs.staged() + events.staged();
      };
    } catch (EtlException reportedByTheCommand) {
      return 0;
    }
  }

  /** The rows that {@code files} may hold. */
  static long rows(List<SourceFile> files) {
    return files.stream().mapToLong(SourceFile::size).sum() / BYTES_OF_A_LINE;
  }

  /** All rows, of which those count little that are published and stay. */
  private long changes(Area songs, Area events) {
    long pendingSongs = songs.pending();
    long staged = songs.staged() + events.staged();
    long all = pendingSongs + events.pending() + staged;
    if (staged <= FEW || pendingSongs > 0) {
      return all;
    }
    Set<String> built = planner.builtEvents(songs.ledger(), events.ledger());
    return BuildPlan.rowsToGoOver(all, events.ledger(), built);
  }
}
