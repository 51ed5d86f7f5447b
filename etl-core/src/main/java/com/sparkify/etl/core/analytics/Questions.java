package com.sparkify.etl.core.analytics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The questions of the project, each in a file {@code questions/NAME.sql} beside this class. */
public final class Questions {

  /** In the order in which they are shown: the whole, time, music, listeners, plans, catalogue. */
  private static final List<String> NAMES =
      List.of(
          "key-figures",
          "plays-by-day",
          "plays-by-weekday",
          "plays-by-hour",
          "plays-by-weekday-and-hour",
          "listening-minutes",
          "top-songs",
          "top-artists",
          "artists-by-gender",
          "new-artists-by-week",
          "top-users",
          "top-locations",
          "plays-by-browser",
          "plays-by-platform",
          "plays-by-gender-and-level",
          "session-length",
          "songs-per-session",
          "sessions-by-level",
          "retention-by-week",
          "lapsed-power-users",
          "plays-by-level",
          "plays-by-day-and-level",
          "conversion-funnel",
          "level-changes-by-week",
          "conversions",
          "downgrades",
          "match-rate-by-day",
          "top-catalogue-songs",
          "catalogue-by-decade");

  private Questions() {}

  /** All of them, always in the same order. */
  public static List<Question> all() {
    return NAMES.stream().map(Questions::read).toList();
  }

  private static Question read(String name) {
    String file = "questions/%s.sql".formatted(name);
    try (InputStream text = Questions.class.getResourceAsStream(file)) {
      if (text == null) {
        throw new IllegalStateException("There is no '%s' beside this class".formatted(file));
      }
      return Question.parse(name, new String(text.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
