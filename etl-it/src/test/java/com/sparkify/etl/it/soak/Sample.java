package com.sparkify.etl.it.soak;

import com.sparkify.etl.it.DuckDb;
import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What was counted after a run.
 *
 * @param run counted from 1
 * @param seconds how long the run took
 * @param cpuSeconds what it took of the processors in this process; with a process for each run
 *     next to nothing
 * @param heapMib live objects of this process, after garbage collection; NaN if nobody collected
 * @param threads of this process
 * @param openFiles file descriptors of this process; -1 where the system does not tell
 * @param workFiles files below {@code _sparkify}
 * @param tableFiles data files of each table
 * @param crowded partitions of tables with more than one file
 */
record Sample(
    int run,
    double seconds,
    double cpuSeconds,
    double heapMib,
    int threads,
    long openFiles,
    int workFiles,
    Map<String, Integer> tableFiles,
    List<String> crowded) {
  private static final double BYTES_PER_MIB = 1024.0 * 1024;
  private static final int MOST_COLLECTIONS = 20;
  private static final long MILLIS_BETWEEN_COLLECTIONS = 50;

  Sample {
    tableFiles = new TreeMap<>(tableFiles);
    crowded = List.copyOf(crowded);
  }

  /**
   * Looks at this process and at {@code lake}.
   *
   * @param heapMib what {@link #liveHeapMib} says
   */
  static Sample after(int run, double seconds, double cpuSeconds, double heapMib, Path lake)
      throws IOException {
    Map<String, Integer> tableFiles = new TreeMap<>();
    Map<String, Integer> partitions = new HashMap<>();
    for (String table : DuckDb.TABLES) {
      List<Path> files = files(lake.resolve(table));
      tableFiles.put(table, files.size());
      files.forEach(
          file ->
              partitions.merge(
                  lake.relativize(file.resolve("..").normalize()).toString(), 1, Integer::sum));
    }
    List<String> crowded =
        partitions.entrySet().stream()
            .filter(partition -> partition.getValue() > 1)
            .map(Map.Entry::getKey)
            .toList();
    return new Sample(
        run,
        seconds,
        cpuSeconds,
        heapMib,
        ManagementFactory.getThreadMXBean().getThreadCount(),
        fileDescriptors(),
        files(lake.resolve("_sparkify")).size(),
        tableFiles,
        crowded);
  }

  static String heading() {
    return "  run  seconds      CPU  heap MiB  threads  open files  _sparkify  tables";
  }

  String line() {
    return "%5d %8.2f %8.2f %9.1f %8d %11d %10d  %s"
        .formatted(run, seconds, cpuSeconds, heapMib, threads, openFiles, workFiles, tableFiles);
  }

  /** Collects: Spark's cleaner works beside, and what it lets go is garbage of a later one. */
  static double liveHeapMib() {
    double least = Double.MAX_VALUE;
    for (int collection = 0; collection < MOST_COLLECTIONS; collection++) {
      System.gc();
      double used =
          ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / BYTES_PER_MIB;
      if (used > least - 1) {
        break;
      }
      least = used;
      sleep();
    }
    return least;
  }

  private static void sleep() {
    try {
      Thread.sleep(MILLIS_BETWEEN_COLLECTIONS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What this process took of the processors so far. */
  static double cpuSecondsSoFar() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getProcessCpuTime() / 1e9
        : 0;
  }

  private static long fileDescriptors() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getOpenFileDescriptorCount()
        : -1;
  }

  private static List<Path> files(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().endsWith(".crc"))
          .toList();
    }
  }
}
