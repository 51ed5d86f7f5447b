package com.sparkify.etl.runner;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines of songs and events, of so few titles, names, listeners and instants that ties, several
 * candidates and copies that differ are common. Nobody in them exists, and no world has a song, a
 * listener or a month of another.
 */
final class MadeUpRecords {
  private static final YearMonth FIRST_MONTH = YearMonth.of(2018, 11);
  private static final int MONTHS = 3;
  private static final int SONGS = 20;
  private static final int LISTENERS = 7;
  private static final long HOUR = 3_600_000;

  private static final List<String> TITLES =
      List.of("Tide", "Tide  ", "Ember", "False", "Jöga", "Jo_ Go", "4.6");
  private static final List<String> ARTISTS =
      List.of("The Made Up", "The Made Up Featuring Nobody", "Björn Ågren", "311");
  private static final List<String> PLACES = List.of("", "Nowhere, NN", "Elsewhere", "Ödeshög");
  private static final List<String> DEGREES = List.of("null", "0.0", "-0.0", "51.5", "-7");
  private static final List<String> SECONDS =
      List.of("100.5", "100.75", "180", "null", "0", "-0.0");
  private static final List<String> AGENTS =
      List.of("Player/1", "\\\"Player/1\\\"", "Player/2", "");
  private static final List<String> OTHER_PAGES = List.of("Home", "Login", "Upgrade", "Logout");
  private static final List<String> BAD_LINES =
      List.of("{", "rubbish", "[]", "", "{\"ts\": 1}", "{\"song_id\": \"SO1\"}", "\"text\"");

  private final int world;
  private final SplittableRandom random;
  private final List<String> events = new ArrayList<>();

  /**
   * @param world which songs, artists, listeners and years they are of
   */
  MadeUpRecords(int world, SplittableRandom random) {
    this.world = world;
    this.random = random;
  }

  YearMonth month() {
    return FIRST_MONTH.minusYears(world).plusMonths(random.nextInt(MONTHS));
  }

  /** Between {@code least} and {@code most} songs, some of them other records of one song. */
  List<String> songs(int least, int most) {
    List<String> lines = new ArrayList<>();
    for (int i = random.nextInt(least, most + 1); i > 0; i--) {
      lines.add(song());
    }
    return lines;
  }

  /** Events of {@code month}, a few of other months, and a few that came before. */
  List<String> events(YearMonth month, int least, int most) {
    List<String> lines = new ArrayList<>();
    for (int i = random.nextInt(least, most + 1); i > 0; i--) {
      lines.add(
          switch (random.nextInt(12)) {
            case 0 -> event(month());
            case 1 -> events.isEmpty() ? event(month) : oneOf(events);
            case 2 -> events.isEmpty() ? event(month) : otherEvent(oneOf(events));
            case 3 -> random.nextInt(3) == 0 ? badLine() : event(month);
            default -> event(month);
          });
    }
    events.addAll(lines);
    return lines;
  }

  String badLine() {
    return oneOf(BAD_LINES);
  }

  /** {@code line}, a record of a song, with another value in a field or two. */
  String otherSong(String line) {
    return switch (random.nextInt(6)) {
      case 0 -> with(line, "title", quoted(title()));
      case 1 -> with(line, "artist_name", quoted(oneOf(ARTISTS)));
      case 2 -> with(line, "year", String.valueOf(random.nextInt(2) * 2004));
      case 3 -> with(line, "duration", oneOf(SECONDS));
      case 4 -> with(line, "artist_id", quoted(artist()));
      default ->
          with(with(line, "artist_latitude", oneOf(DEGREES)), "artist_longitude", oneOf(DEGREES));
    };
  }

  /** {@code line}, an event, with another value in a field: of its identity, or of the rest. */
  String otherEvent(String line) {
    return switch (random.nextInt(8)) {
      case 0 -> with(line, "level", quoted(random.nextBoolean() ? "paid" : "free"));
      case 1 -> with(line, "song", quoted(title()));
      case 2 -> with(line, "length", oneOf(SECONDS));
      case 3 -> with(line, "userAgent", quoted(oneOf(AGENTS)));
      case 4 -> with(line, "firstName", quoted("Name" + random.nextInt(4)));
      case 5 -> with(line, "location", quoted(oneOf(PLACES)));
      case 6 -> with(line, "ts", String.valueOf(instant(month())));
      default -> with(line, "page", quoted(oneOf(OTHER_PAGES)));
    };
  }

  private String song() {
    String line = Feed.song("SO%d-%d".formatted(world, random.nextInt(SONGS)));
    line = with(line, "artist_id", quoted(artist()));
    line = with(line, "artist_name", quoted(oneOf(ARTISTS)));
    line = with(line, "artist_location", quoted(oneOf(PLACES)));
    line = with(line, "title", quoted(title()));
    line = with(line, "year", random.nextInt(3) == 0 ? "0" : "200" + random.nextInt(4));
    return random.nextBoolean() ? otherSong(line) : line;
  }

  private String event(YearMonth month) {
    int listener = world * LISTENERS + random.nextInt(LISTENERS);
    String line = Feed.play(title(), random.nextInt(15), Instant.EPOCH);
    line = with(line, "ts", String.valueOf(instant(month)));
    line = with(line, "sessionId", String.valueOf(listener * 10 + random.nextInt(3)));
    line = with(line, "userId", quoted(String.valueOf(listener)));
    line = with(line, "artist", quoted(oneOf(ARTISTS)));
    line = with(line, "firstName", quoted("Name" + random.nextInt(4)));
    line = with(line, "length", oneOf(SECONDS));
    line = with(line, "level", quoted(random.nextInt(3) == 0 ? "paid" : "free"));
    return switch (random.nextInt(8)) {
      case 0 -> visit(line, quoted(String.valueOf(listener)));
      case 1 -> visit(line, quoted(""));
      default -> random.nextInt(4) == 0 ? otherEvent(line) : line;
    };
  }

  private String visit(String play, String userId) {
    String line = with(play, "page", quoted(oneOf(OTHER_PAGES)));
    line = with(with(line, "song", "null"), "artist", "null");
    return with(with(line, "length", "null"), "userId", userId);
  }

  /** One of about eighty instants of {@code month}; its first and its last are among them. */
  private long instant(YearMonth month) {
    long start = startOf(month);
    long end = startOf(month.plusMonths(1));
    return switch (random.nextInt(10)) {
      case 0 -> start;
      case 1 -> end - 1;
      default -> start + random.nextInt(40) * HOUR + random.nextInt(2);
    };
  }

  private static long startOf(YearMonth month) {
    return month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
  }

  private String artist() {
    return "AR%d-%d".formatted(world, random.nextInt(5));
  }

  private String title() {
    return world + oneOf(TITLES);
  }

  private <T> T oneOf(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }

  /** {@code line} with {@code json} as the value of {@code field}; as it is if it has none. */
  static String with(String line, String field, String json) {
    return Pattern.compile("(\"" + field + "\": ?)(\"(\\\\.|[^\"\\\\])*\"|[^,}\"]+)")
        .matcher(line)
        .replaceFirst(found -> Matcher.quoteReplacement(found.group(1) + json));
  }
}
