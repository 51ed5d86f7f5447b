package com.sparkify.etl.io.source;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;

/**
 * The parts in which files are read: whole files, but several parts of a large one whose records
 * are lines, so that one file does not keep one task busy while others have nothing to do.
 *
 * <p>A record tells the number of its line in the file, so the lines of what is cut are counted
 * first. What is compressed has no line ends to cut at, and stays whole.
 */
final class FileParts {
  private final SourceLayout layout;
  private final long partSize;
  private final Function<List<FileRange>, List<LineCount>> counter;

  /**
   * @param partSize bytes of a part, about; a file that is not larger than two of them stays whole
   * @param counter reads ranges; not asked if nothing is cut
   */
  FileParts(
      SourceLayout layout, long partSize, Function<List<FileRange>, List<LineCount>> counter) {
    this.layout = layout;
    this.partSize = partSize;
    this.counter = counter;
  }

  /**
   * The parts of {@code files}. Cut are those that are larger than a task's share of all.
   *
   * @param parallelism tasks that can run at once
   */
  List<FilePart> of(List<SourceFile> files, int parallelism) {
    long total = files.stream().mapToLong(SourceFile::size).sum();
    long share = Math.max(2 * partSize, total / parallelism);
    List<FilePart> parts = new ArrayList<>();
    List<FileRange> ranges = new ArrayList<>();
    for (SourceFile file : files) {
      if (file.size() > share && isMadeOfLines(file)) {
        ranges.addAll(cut(file, parallelism));
      } else {
        parts.add(FilePart.whole(file));
      }
    }
    if (!ranges.isEmpty()) {
      addAll(ranges, counter.apply(ranges), parts);
    }
    return parts;
  }

  private boolean isMadeOfLines(SourceFile file) {
    return !layout.mayGoOn() && Compression.of(file) == Compression.NONE;
  }

  private List<FileRange> cut(SourceFile file, int parallelism) {
    long count = FilePacking.inRounds(FilePacking.ceilDiv(file.size(), partSize), parallelism);
    long length = FilePacking.ceilDiv(file.size(), count);
    return LongStream.range(0, count)
        .map(i -> i * length)
        .mapToObj(from -> new FileRange(file, from, Math.min(file.size(), from + length)))
        .toList();
  }

  private static void addAll(List<FileRange> ranges, List<LineCount> counts, List<FilePart> parts) {
    int next = 0;
    for (int first = 0; first < ranges.size(); first = next) {
      SourceFile file = ranges.get(first).file();
      while (next < ranges.size() && ranges.get(next).file().equals(file)) {
        next++;
      }
      parts.addAll(parts(file, counts.subList(first, next)));
    }
  }

  /**
   * Each part but the first starts with the second line of its range, and ends where the next
   * starts.
   */
  private static List<FilePart> parts(SourceFile file, List<LineCount> counts) {
    if (counts.stream().allMatch(LineCount::blank)) {
      return List.of(FilePart.whole(file));
    }
    List<FilePart> parts = new ArrayList<>();
    long from = 0;
    long linesBefore = 0;
    long newlines = counts.get(0).newlines();
    for (LineCount count : counts.subList(1, counts.size())) {
      if (count.newlines() > 0) {
        parts.add(new FilePart(new FileRange(file, from, count.secondLine()), linesBefore));
        from = count.secondLine();
        linesBefore = newlines + 1;
      }
      newlines += count.newlines();
    }
    if (from < file.size()) {
      parts.add(new FilePart(new FileRange(file, from, file.size()), linesBefore));
    }
    return parts;
  }
}
