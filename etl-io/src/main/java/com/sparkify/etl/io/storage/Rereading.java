package com.sparkify.etl.io.storage;

import java.io.FileNotFoundException;
import java.io.IOException;

/** Reading of a folder from which somebody may remove files meanwhile. */
public final class Rereading {
  private static final int ATTEMPTS = 3;

  private Rereading() {}

  /** Lists a folder and reads what it found there. */
  @FunctionalInterface
  public interface Reading<T> {
    T read() throws IOException;
  }

  /** What {@code reading} gives; it starts again if a file that it found is gone. */
  public static <T> T of(Reading<T> reading) throws IOException {
    for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
      try {
        return reading.read();
      } catch (FileNotFoundException removedMeanwhile) {
        // the next listing does not show it
      }
    }
    return reading.read();
  }
}
