package com.sparkify.etl.runner.job;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The folder of a month in the tables of which single months are built: {@code year=2018/month=11}.
 */
final class MonthFolder {
  private static final Pattern FOLDER = Pattern.compile("year=([0-9]{1,4})/month=([0-9]{1,2})");

  private MonthFolder() {}

  static String of(YearMonth month) {
    return of(month.getYear(), month.getMonthValue());
  }

  /** The folder of a {@code year} and a {@code month}, numbers or their text. */
  static String of(Object year, Object month) {
    return "year=%s/month=%s".formatted(year, month);
  }

  /** The values of the partitions of {@code months}. */
  static Set<List<Object>> partitions(Set<YearMonth> months) {
    return months.stream()
        .map(month -> List.<Object>of(month.getYear(), month.getMonthValue()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The month of {@code folder}; empty if it is the folder of none. */
  static Optional<YearMonth> month(String folder) {
    Matcher matcher = FOLDER.matcher(folder);
    return matcher.matches()
        ? Optional.of(
            YearMonth.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }
}
