package com.sparkify.etl.core.property;

import com.sparkify.etl.core.fixture.Given;
import com.sparkify.etl.core.fixture.RawRecord;
import com.sparkify.etl.core.source.LogEvents;
import com.sparkify.etl.core.source.SongRecords;
import com.sparkify.etl.core.table.Field;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Random records with every oddity of the real ones, dense enough to meet each other: few titles,
 * names, listeners and instants, so that ties, duplicates and several candidates are common.
 */
public record WildData(List<RawRecord> songs, List<RawRecord> events) {

  private static final List<String> TITLES =
      List.of(
          "Jóga",
          "false",
          "4.6",
          "Trailing  ",
          "Trailing",
          "Tab\t",
          "Mercy:The Laundromat",
          "Say \"Hello\"",
          "\"Quoted\"",
          "Comma_ Here",
          "Bell\u0007\u0001",
          "日本の歌",
          "Smile 😀",
          "",
          "Back\\slash 'n' quotes");
  private static final List<String> NAMES =
      List.of(
          "Björk",
          "311",
          "Snoop Dogg",
          "Snoop Dogg Featuring Another",
          " Padded ",
          "Padded",
          "Zz",
          "Aa",
          "",
          "Sigur Rós");
  private static final List<String> PLACES =
      List.of("", " ", "108", "Reykjavík_ Iceland", "<a href=\"x\">Town</a>", "New York, NY");
  private static final List<String> PAGES =
      List.of("Home", "Login", "Logout", "Downgrade", "nextsong");
  private static final List<String> AGENTS =
      List.of(
          "\"Mozilla/5.0 (X11)\"", "Mozilla/5.0 (X11)", "\"\"", " ", "\"half", "two\nlines", "Ã©");
  private static final List<String> NOBODY = List.of("", " ", "\t");

  /** As many songs and events as asked for, and some copies of them. */
  public static WildData of(long seed, int songs, int events) {
    Random random = new Random(seed);
    return new WildData(
        withCopies(random, Stream.generate(() -> song(random)).limit(songs).toList()),
        withCopies(random, Stream.generate(() -> event(random)).limit(events).toList()));
  }

  /** The same records in another order. */
  public WildData shuffled(long seed) {
    return new WildData(shuffled(songs, seed), shuffled(events, seed));
  }

  /** The same records, each read twice. */
  public WildData twice() {
    return new WildData(
        Stream.concat(songs.stream(), songs.stream()).toList(),
        Stream.concat(events.stream(), events.stream()).toList());
  }

  public Dataset<Row> stagedSongs() {
    return SongRecords.staged(Given.raw(SongRecords.RAW, songs));
  }

  public Dataset<Row> stagedEvents() {
    return LogEvents.staged(Given.raw(LogEvents.RAW, events));
  }

  private static RawRecord song(Random random) {
    RawRecord song =
        RawRecord.song()
            .with(SongRecords.SONG_ID, "SO" + random.nextInt(400))
            .with(SongRecords.ARTIST_ID, "AR" + random.nextInt(25))
            .with(SongRecords.TITLE, oneOf(TITLES, random))
            .with(SongRecords.ARTIST_NAME, oneOf(NAMES, random))
            .with(SongRecords.ARTIST_LOCATION, oneOf(PLACES, random))
            .with(SongRecords.ARTIST_LATITUDE, random.nextInt(180) - 90)
            .with(SongRecords.ARTIST_LONGITUDE, random.nextInt(360) - 180)
            .with(SongRecords.DURATION, seconds(random))
            .with(SongRecords.YEAR, random.nextInt(3) == 0 ? 0 : 1960 + random.nextInt(50));
    song = sometimesWithout(song, random, 3, SongRecords.ARTIST_LATITUDE);
    song = sometimesWithout(song, random, 3, SongRecords.ARTIST_LONGITUDE);
    song = sometimesWithout(song, random, 8, SongRecords.YEAR);
    song = sometimesWithout(song, random, 8, SongRecords.ARTIST_LOCATION);
    song = sometimesWithout(song, random, 8, SongRecords.NUM_SONGS);
    return sometimesWithout(song, random, 60, oneOf(SongRecords.FIELDS, random));
  }

  private static RawRecord event(Random random) {
    int listener = random.nextInt(30);
    RawRecord event =
        RawRecord.play()
            .with(LogEvents.USER_ID, random.nextInt(10) == 0 ? " " + listener + " " : "" + listener)
            .with(LogEvents.SESSION_ID, listener * 10 + random.nextInt(4))
            .with(LogEvents.ITEM_IN_SESSION, random.nextInt(40))
            .with(LogEvents.TS, 1_541_030_000_000L + random.nextInt(900) * 3_600_000L)
            .with(LogEvents.LEVEL, random.nextInt(3) == 0 ? "paid" : "free")
            .with(LogEvents.FIRST_NAME, garbled(oneOf(NAMES, random), random))
            .with(LogEvents.LAST_NAME, garbled(oneOf(NAMES, random), random))
            .with(LogEvents.GENDER, random.nextBoolean() ? "F" : "M")
            .with(LogEvents.LOCATION, garbled(oneOf(PLACES, random), random))
            .with(LogEvents.USER_AGENT, oneOf(AGENTS, random))
            .with(LogEvents.REGISTRATION, 1_540_000_000_000L + random.nextInt(5));
    event = random.nextInt(5) == 0 ? visit(event, random) : play(event, random);
    event = sometimesWithout(event, random, 10, oneOf(LogEvents.FIELDS, random));
    return random.nextInt(200) == 0 ? event.with(LogEvents.LENGTH, -1) : event;
  }

  private static RawRecord play(RawRecord event, Random random) {
    RawRecord play =
        event
            .with(LogEvents.SONG, garbled(padded(oneOf(TITLES, random), random), random))
            .with(LogEvents.ARTIST, garbled(padded(oneOf(NAMES, random), random), random))
            .with(LogEvents.LENGTH, seconds(random));
    return sometimesWithout(play, random, 15, LogEvents.LENGTH);
  }

  private static RawRecord visit(RawRecord event, Random random) {
    RawRecord visit =
        event
            .without(LogEvents.SONG, LogEvents.ARTIST, LogEvents.LENGTH)
            .with(LogEvents.PAGE, oneOf(PAGES, random));
    return random.nextInt(4) == 0
        ? visit
            .with(LogEvents.USER_ID, oneOf(NOBODY, random))
            .without(LogEvents.FIRST_NAME, LogEvents.LAST_NAME, LogEvents.GENDER)
        : visit;
  }

  /** Copies: some identical, some with another value in a field that names nothing. */
  private static List<RawRecord> withCopies(Random random, List<RawRecord> records) {
    List<RawRecord> all = new ArrayList<>(records);
    for (RawRecord record : records) {
      switch (random.nextInt(12)) {
        case 0 -> all.add(record);
        case 1 -> all.add(record.with(LogEvents.LEVEL, random.nextBoolean() ? "paid" : "free"));
        case 2 -> all.add(record.with(LogEvents.LOCATION, oneOf(PLACES, random)));
        case 3 -> all.add(record.with(LogEvents.FIRST_NAME, oneOf(NAMES, random)));
        case 4 -> all.add(record.with(SongRecords.ARTIST_NAME, oneOf(NAMES, random)));
        case 5 -> all.add(record.without(LogEvents.LENGTH));
        default -> {}
      }
    }
    return List.copyOf(all);
  }

  private static List<RawRecord> shuffled(List<RawRecord> records, long seed) {
    List<RawRecord> copy = new ArrayList<>(records);
    Collections.shuffle(copy, new Random(seed));
    return List.copyOf(copy);
  }

  private static double seconds(Random random) {
    return 100 + random.nextInt(8) * 0.25;
  }

  private static String padded(String text, Random random) {
    return random.nextInt(10) == 0 ? " " + text + "\t" : text;
  }

  /** Text encoded once or twice more than it should be, now and then. */
  private static String garbled(String text, Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> encodedAgain(text);
      case 1 -> encodedAgain(encodedAgain(text));
      default -> text;
    };
  }

  private static String encodedAgain(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  private static RawRecord sometimesWithout(
      RawRecord record, Random random, int onceIn, Field field) {
    return random.nextInt(onceIn) == 0 ? record.without(field) : record;
  }

  private static <T> T oneOf(List<T> values, Random random) {
    return values.get(random.nextInt(values.size()));
  }
}
