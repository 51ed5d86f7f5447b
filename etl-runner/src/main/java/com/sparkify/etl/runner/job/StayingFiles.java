package com.sparkify.etl.runner.job;

import com.sparkify.etl.core.column.TimeSpan;
import com.sparkify.etl.io.lake.TimedFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The files of a month of a table that stay as they are when rows of some times come or go.
 *
 * <p>A file is replaced if a time in it changes, or lies among those of a file that is replaced; so
 * what is built again is all of some times, and no time of a file that stays. A small file beside
 * what is replaced is replaced too: a month that grows day by day has few files.
 *
 * @param files those that stay
 * @param spans their times: from each file to the next, unless something in between changes
 * @param replaced the times of the others, and those that change
 */
record StayingFiles(List<TimedFile> files, List<TimeSpan> spans, List<TimeSpan> replaced) {
  /** No file stays. */
  static final StayingFiles NONE = new StayingFiles(List.of(), List.of(), List.of());

  StayingFiles {
    files = List.copyOf(files);
    spans = List.copyOf(spans);
    replaced = List.copyOf(replaced);
  }

  /**
   * Those of {@code files}, which are all of a month, when rows come or go at times of {@code
   * changed}.
   *
   * @param few a file of fewer rows is small
   */
  static StayingFiles of(List<TimedFile> files, Collection<TimeSpan> changed, long few) {
    List<TimedFile> staying = new ArrayList<>(files);
    staying.sort(Comparator.comparingLong(file -> file.span().first()));
    List<TimeSpan> replaced = new ArrayList<>(changed);
    boolean found = true;
    while (found) {
      List<TimedFile> reached =
          staying.stream().filter(file -> isReached(file, staying, replaced, few)).toList();
      reached.forEach(file -> replaced.add(file.span()));
      staying.removeAll(reached);
      found = !reached.isEmpty();
    }
    return new StayingFiles(staying, spans(staying, replaced), replaced);
  }

  private static boolean isReached(
      TimedFile file, List<TimedFile> staying, List<TimeSpan> replaced, long few) {
    return replaced.stream()
        .anyMatch(
            span ->
                file.span().meets(span)
                    || (file.rows() < few && isNextTo(span, file.span(), staying)));
  }

  /** Whether no file that stays lies between the two. */
  private static boolean isNextTo(TimeSpan one, TimeSpan other, List<TimedFile> staying) {
    TimeSpan both = one.with(other);
    return staying.stream()
        .map(TimedFile::span)
        .noneMatch(span -> !span.equals(other) && span.meets(both));
  }

  private static List<TimeSpan> spans(List<TimedFile> inOrder, List<TimeSpan> replaced) {
    List<TimeSpan> spans = new ArrayList<>();
    for (TimedFile file : inOrder) {
      int last = spans.size() - 1;
      TimeSpan joined = last < 0 ? file.span() : spans.get(last).with(file.span());
      if (last >= 0 && replaced.stream().noneMatch(joined::meets)) {
        spans.set(last, joined);
      } else {
        spans.add(file.span());
      }
    }
    return spans;
  }
}
