package com.sparkify.etl.it.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What Linux tells about the use of the machine in {@code /proc}; nothing where there is none.
 *
 * <p>The CPU time of a process that has ended, its own children included, is found in that of its
 * parent, which is this process: to the hundredth of a second, and without missing its last
 * moments. So only one process may be measured at a time.
 */
final class Proc {
  private static final Path OF_THIS_PROCESS = Path.of("/proc/self/stat");
  private static final double TICKS_PER_SECOND = 100;
  private static final int CUTIME_AFTER_NAME = 13;
  private static final int CSTIME_AFTER_NAME = 14;
  private static final String PEAK = "VmHWM:";

  private Proc() {}

  /** The CPU seconds of all children that have ended, and of theirs. */
  static OptionalDouble cpuSecondsOfEndedChildren() {
    return text(OF_THIS_PROCESS)
        .map(
            stat -> {
              String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
              long ticks =
                  Long.parseLong(fields[CUTIME_AFTER_NAME])
                      + Long.parseLong(fields[CSTIME_AFTER_NAME]);
              return OptionalDouble.of(ticks / TICKS_PER_SECOND);
            })
        .orElse(OptionalDouble.empty());
  }

  /** The most memory that the process had in RAM until now. */
  static OptionalLong peakBytes(long pid) {
    return text(Path.of("/proc/%d/status".formatted(pid))).stream()
        .flatMap(String::lines)
        .filter(line -> line.startsWith(PEAK))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
        .findFirst();
  }

  private static Optional<String> text(Path file) {
    try {
      return Optional.of(Files.readString(file));
    } catch (IOException none) {
      return Optional.empty();
    }
  }
}
