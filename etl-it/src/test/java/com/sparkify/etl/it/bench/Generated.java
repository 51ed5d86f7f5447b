package com.sparkify.etl.it.bench;

import java.nio.file.Path;
import java.time.LocalDate;

/** Song files and log files of a size, as the product's generator makes them. */
record Generated(int songs, long events, int users, LocalDate firstDay, int days) {
  private static final int SONGS_OF_THE_PUBLIC_DATA = 14_896;
  private static final LocalDate FIRST_DAY_OF_THE_PUBLIC_DATA = LocalDate.of(2018, 11, 1);
  private static final LocalDate FIRST_OF_31_DAYS = LocalDate.of(2018, 10, 1);
  private static final int EVENTS_PER_USER = 80;

  /** As many songs and about as many events as the public data has. */
  static Generated likeThePublicData() {
    return new Generated(SONGS_OF_THE_PUBLIC_DATA, 8_000, 100, FIRST_DAY_OF_THE_PUBLIC_DATA, 30);
  }

  /** As many songs, so many events in 30 days of one month, and the 31st day. */
  static Generated month(long eventsIn30Days) {
    return new Generated(
        SONGS_OF_THE_PUBLIC_DATA,
        eventsIn30Days * 31 / 30,
        (int) Math.max(100, eventsIn30Days / EVENTS_PER_USER),
        FIRST_OF_31_DAYS,
        31);
  }

  /** The log file of the last day, relative to the log. */
  Path lastDay() {
    LocalDate day = firstDay.plusDays(days - 1L);
    return Path.of("%d/%02d/%s-events.json".formatted(day.getYear(), day.getMonthValue(), day));
  }

  String folderName() {
    return "data-of-%d-songs-%d-events-%d-days".formatted(songs, events, days);
  }

  Command commandFor(Path folder) {
    return Contestant.launcher(
        "generate",
        "--out=" + folder,
        "--songs=" + songs,
        "--events=" + events,
        "--users=" + users,
        "--first-day=" + firstDay,
        "--days=" + days);
  }

  @Override
  public String toString() {
    return "%,d song files, %d log files with about %,d events of %,d listeners"
        .formatted(songs, days, events, users);
  }
}
