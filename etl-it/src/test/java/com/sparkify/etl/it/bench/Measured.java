package com.sparkify.etl.it.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    long peak = 0;
    Set<Long> before = Set.of(process.pid());
    try {
      while (!process.waitFor(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS)) {
        Set<Long> now = withDescendants(process);
        peak = Math.max(peak, peakOfThoseInBoth(before, now));
        before = now;
      }
    } finally {
      process.destroy();
    }
    if (process.exitValue() != 0) {
      throw new IllegalStateException(
          "Exit code %d of %s%n%s".formatted(process.exitValue(), command.words(), endOf(output)));
    }
    return peak == 0 ? OptionalLong.empty() : OptionalLong.of(peak);
  }

  private static Set<Long> withDescendants(Process process) {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .map(ProcessHandle::pid)
        .collect(Collectors.toSet());
  }

  /** For a moment, one that has just been forked seems to have all memory of its parent. */
  private static long peakOfThoseInBoth(Set<Long> before, Set<Long> now) {
    return now.stream()
        .filter(before::contains)
        .mapToLong(pid -> Proc.peakBytes(pid).orElse(0))
        .sum();
  }

  private static String endOf(Path output) throws IOException {
    List<String> lines = Files.readAllLines(output, UTF_8);
    return String.join(
        System.lineSeparator(),
        lines.subList(Math.max(0, lines.size() - LINES_TO_QUOTE), lines.size()));
  }
}
