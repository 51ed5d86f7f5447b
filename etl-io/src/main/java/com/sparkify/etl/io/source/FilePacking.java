package com.sparkify.etl.io.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Which files are read by the same task. */
final class FilePacking {
  /** What opening a file costs, in bytes that could be read meanwhile. */
  private static final long OPEN_COST = 128 << 10;

  private static final long LEAST_TASK = 4 << 20;
  private static final long LARGEST_TASK = 64 << 20;

  private FilePacking() {}

  /**
   * {@code files}, each in exactly one task, heaviest task first and in each the files by path.
   *
   * <p>There are as many tasks as can run at once, fewer if they would be tiny, more if they would
   * be larger than 64 MB; only a file that is larger by itself makes a larger task. The order of
   * {@code files} does not matter.
   *
   * @param parallelism tasks that can run at once
   */
  static List<List<SourceFile>> pack(List<SourceFile> files, int parallelism) {
    long total = files.stream().mapToLong(FilePacking::weight).sum();
    long byParallelism = Math.min(parallelism, ceilDiv(total, LEAST_TASK));
    long bySize = ceilDiv(total, LARGEST_TASK);
    long tasks = Math.min(files.size(), Math.max(byParallelism, bySize));
    PriorityQueue<Task> lightestFirst = new PriorityQueue<>(Task.LIGHTEST_FIRST);
    for (int number = 0; number < tasks; number++) {
      lightestFirst.add(new Task(number, 0, new ArrayList<>()));
    }
    files.stream()
        .sorted(
            Comparator.comparingLong(SourceFile::size).reversed().thenComparing(SourceFile::path))
        .forEach(file -> lightestFirst.add(lightestFirst.remove().with(file)));
    return lightestFirst.stream()
        .sorted(Comparator.comparingLong(Task::weight).reversed().thenComparing(Task::number))
        .map(Task::inOrder)
        .toList();
  }

  private static long ceilDiv(long total, long share) {
    return (total + share - 1) / share;
  }

  private static long weight(SourceFile file) {
    return file.size() + OPEN_COST;
  }

  private record Task(int number, long weight, List<SourceFile> files) {
    static final Comparator<Task> LIGHTEST_FIRST =
        Comparator.comparingLong(Task::weight).thenComparing(Task::number);

    Task with(SourceFile file) {
      files.add(file);
      return new Task(number, weight + FilePacking.weight(file), files);
    }

    List<SourceFile> inOrder() {
      return files.stream().sorted(Comparator.comparing(SourceFile::path)).toList();
    }
  }
}
