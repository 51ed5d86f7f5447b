package com.sparkify.etl.it.bench;

import com.sparkify.etl.it.kills.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Where the data and the lakes of a benchmark are. What is to be kept is found again by the next
 * benchmark in the same folder, which then makes no data anew.
 */
final class WorkFolder implements AutoCloseable {
  private final Path folder;
  private final boolean isKept;

  private WorkFolder(Path folder, boolean isKept) {
    this.folder = folder;
    this.isKept = isKept;
  }

  /** A folder that stays, or else one that goes when it is closed. */
  static WorkFolder at(Optional<Path> kept) throws IOException {
    return kept.isPresent()
        ? new WorkFolder(Files.createDirectories(kept.orElseThrow()), true)
        : new WorkFolder(Files.createTempDirectory("sparkify-bench"), false);
  }

  Path path() {
    return folder;
  }

  /** The file that gets what the next process prints. */
  Path output() {
    return folder.resolve("output.txt");
  }

  /** A new place, with nothing there, for a lake. */
  Path lake(String name) {
    Path lake = folder.resolve("lakes").resolve(name);
    remove(lake);
    try {
      Files.createDirectories(lake.resolve("..").normalize());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lake;
  }

  /** The lake is of no more use, except to those who want to look at it. */
  void done(Path lake) {
    if (!isKept) {
      remove(lake);
    }
  }

  /** Data that the product's generator makes, or has made here before. */
  Sources data(Generated generated) throws IOException {
    Path data = folder.resolve(generated.folderName());
    if (!Files.exists(data)) {
      Path unfinished = folder.resolve(generated.folderName() + ".unfinished");
      remove(unfinished);
      System.err.printf("making %s%n", generated);
      Measured.of(generated.commandFor(unfinished), output());
      Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    }
    return Sources.in(data);
  }

  @Override
  public void close() {
    if (!isKept) {
      remove(folder);
    }
  }

  private static void remove(Path folder) {
    if (Files.exists(folder)) {
      Folders.delete(folder);
    }
  }
}
