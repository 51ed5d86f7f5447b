package com.sparkify.etl.runner.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;

/**
 * Where a command writes, always in UTF-8.
 *
 * @param out results
 * @param err progress and failures
 */
public record Streams(PrintStream out, PrintStream err) {

  /** Those of this process. */
  public static Streams ofProcess() {
    return new Streams(
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8));
  }
}
