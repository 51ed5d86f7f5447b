package com.sparkify.etl.io.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Which parts of files are read by the same task. */
final class FilePacking {
  /**
   * What a file costs beyond its bytes, in bytes that could be read meanwhile. An object store
   * takes longer to answer, but {@link FilesInOrder} asks for many files at once; and it takes a
   * second to open, write and show what a task makes, so tasks of many small files are few.
   */
  private static final long OPEN_COST = 32 << 10;

  private static final long LEAST_TASK = 4 << 20;
  static final long LARGEST_TASK = 64 << 20;

  private static final Comparator<FilePart> BY_PLACE =
      Comparator.<FilePart, String>comparing(part -> part.file().path())
          .thenComparingLong(part -> part.bytes().from());

  private FilePacking() {}

  /**
   * {@code parts}, each in exactly one task, heaviest task first and in each the parts by path.
   *
   * <p>There are as many tasks as can run at once, fewer if they would be tiny, two or three times
   * as many and so on if they would be larger than 64 MB; only a part that is larger by itself
   * makes a larger task. The order of {@code parts} does not matter.
   *
   * @param parallelism tasks that can run at once
   */
  static List<List<FilePart>> pack(List<FilePart> parts, int parallelism) {
    long total = parts.stream().mapToLong(FilePacking::weight).sum();
    long byParallelism = Math.min(parallelism, ceilDiv(total, LEAST_TASK));
    long bySize = inRounds(ceilDiv(total, LARGEST_TASK), parallelism);
    long tasks = Math.min(parts.size(), Math.max(byParallelism, bySize));
    PriorityQueue<Task> lightestFirst = new PriorityQueue<>(Task.LIGHTEST_FIRST);
    for (int number = 0; number < tasks; number++) {
      lightestFirst.add(new Task(number, 0, new ArrayList<>()));
    }
    parts.stream()
        .sorted(Comparator.comparingLong(FilePacking::weight).reversed().thenComparing(BY_PLACE))
        .forEach(part -> lightestFirst.add(lightestFirst.remove().with(part)));
    return lightestFirst.stream()
        .sorted(Comparator.comparingLong(Task::weight).reversed().thenComparing(Task::number))
        .map(Task::inOrder)
        .toList();
  }

  /** {@code tasks}, or a few more, so that each that runs at once is followed by as many others. */
  static long inRounds(long tasks, int parallelism) {
    return tasks <= parallelism ? tasks : ceilDiv(tasks, parallelism) * parallelism;
  }

  static long ceilDiv(long total, long share) {
    return (total + share - 1) / share;
  }

  private static long weight(FilePart part) {
    return part.bytes().length() + OPEN_COST;
  }

  private record Task(int number, long weight, List<FilePart> parts) {
    static final Comparator<Task> LIGHTEST_FIRST =
        Comparator.comparingLong(Task::weight).thenComparing(Task::number);

    Task with(FilePart part) {
      parts.add(part);
      return new Task(number, weight + FilePacking.weight(part), parts);
    }

    List<FilePart> inOrder() {
      return parts.stream().sorted(BY_PLACE).toList();
    }
  }
}
