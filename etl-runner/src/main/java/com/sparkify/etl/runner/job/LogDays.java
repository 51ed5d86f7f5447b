package com.sparkify.etl.runner.job;

import com.sparkify.etl.io.source.SourceFile;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The days for which there is a log file, by the date in its name ({@code 2018-11-12-events}). */
record LogDays(NavigableSet<LocalDate> days) {
  private static final Pattern DATE = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})[^/]*$");
  private static final int SHOWN = 10;

  static LogDays of(List<SourceFile> files) {
    return of(files.stream().map(SourceFile::path));
  }

  /** The days of files with {@code paths}. */
  static LogDays of(Stream<String> paths) {
    return new LogDays(
        paths.flatMap(path -> date(path).stream()).collect(Collectors.toCollection(TreeSet::new)));
  }

  /** The days between the first and the last that have no file. */
  List<LocalDate> missing() {
    return days.isEmpty()
        ? List.of()
        : days.first().datesUntil(days.last()).filter(day -> !days.contains(day)).toList();
  }

  String described() {
    if (days.isEmpty()) {
      return "no file name holds a date";
    }
    List<LocalDate> missing = missing();
    String gaps =
        missing.stream().limit(SHOWN).map(LocalDate::toString).collect(Collectors.joining(", "));
    return "%s to %s, %s"
        .formatted(
            days.first(),
            days.last(),
            missing.isEmpty()
                ? "none missing"
                : "%,d missing: %s%s"
                    .formatted(missing.size(), gaps, missing.size() > SHOWN ? ", ..." : ""));
  }

  private static Optional<LocalDate> date(String path) {
    Matcher matcher = DATE.matcher(path);
    if (!matcher.find()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(matcher.group(1)),
              Integer.parseInt(matcher.group(2)),
              Integer.parseInt(matcher.group(3))));
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }
}
