package com.sparkify.etl.it.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * What a whole process took, from its start to its end.
 *
 * @param cpuSeconds its own and those of its children; empty where there is no {@code /proc}
 * @param peakBytes the most memory that it and its children had in RAM, as last seen; empty where
 *     there is no {@code /proc}
 */
record Measured(double wallSeconds, OptionalDouble cpuSeconds, OptionalLong peakBytes) {
  private static final long MILLIS_BETWEEN_LOOKS = 20;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final int LINES_TO_QUOTE = 30;

  /**
   * Runs {@code command} to its end.
   *
   * @param output the file that gets what it prints
   * @throws IllegalStateException if its exit code is not 0, with the end of its output
   */
  static Measured of(Command command, Path output) {
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command.words())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
      builder.environment().putAll(command.variables());
      OptionalDouble cpuBefore = Proc.cpuSecondsOfEndedChildren();
      long start = System.nanoTime();
      OptionalLong peak = watched(builder.start(), command, output);
      double wall = (System.nanoTime() - start) / NANOS_PER_SECOND;
      OptionalDouble cpuAfter = Proc.cpuSecondsOfEndedChildren();
      OptionalDouble cpu =
          cpuBefore.isPresent() && cpuAfter.isPresent()
              ? OptionalDouble.of(cpuAfter.getAsDouble() - cpuBefore.getAsDouble())
              : OptionalDouble.empty();
      return new Measured(wall, cpu, peak);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static OptionalLong watched(Process process, Command command, Path output)
      throws IOException, InterruptedException {
    OptionalLong peak = OptionalLong.empty();
    try {
      while (!process.waitFor(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS)) {
        OptionalLong now = Proc.peakBytes(process.toHandle());
        if (now.isPresent() && now.getAsLong() > peak.orElse(0)) {
          peak = now;
        }
      }
    } finally {
      process.destroy();
    }
    if (process.exitValue() != 0) {
      throw new IllegalStateException(
          "Exit code %d of %s%n%s".formatted(process.exitValue(), command.words(), endOf(output)));
    }
    return peak;
  }

  private static String endOf(Path output) throws IOException {
    List<String> lines = Files.readAllLines(output, UTF_8);
    return String.join(
        System.lineSeparator(),
        lines.subList(Math.max(0, lines.size() - LINES_TO_QUOTE), lines.size()));
  }
}
