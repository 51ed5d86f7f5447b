package com.sparkify.etl.runner;

import com.sparkify.etl.runner.InThisJvm.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** A folder with song files, log files and a lake, and commands on them. */
final class Feed {
  /** When the first command runs; each further one a minute later. */
  static final Instant NOW = Instant.parse("2018-12-20T12:00:00Z");

  /** When the first command runs on a feed that was begun by another. */
  static final Instant LATER = NOW.plus(Duration.ofHours(1));

  static final String OCTOBER = "logs/2018-10-31-events.json";
  static final String NOVEMBER = "logs/2018-11-01-events.json";

  private final Path folder;
  private Instant now;

  Feed(Path folder) {
    this(folder, NOW);
  }

  /** A feed of which the first command runs at {@code now}. */
  Feed(Path folder, Instant now) {
    this.folder = folder;
    this.now = now;
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  void write(String name, String... lines) throws IOException {
    Path file = file(name);
    Files.createDirectories(file.resolve("..").normalize());
    Files.write(file, List.of(lines));
  }

  /** A catalogue of one song, {@code S} by {@code A}. */
  void writeASong() throws IOException {
    write("songs/one.json", song("SO1"));
  }

  static String song(String id) {
    return ("{\"num_songs\": 1, \"artist_id\": \"AR1\", \"artist_latitude\": null,"
            + " \"artist_longitude\": null, \"artist_location\": \"\", \"artist_name\": \"A\","
            + " \"song_id\": \"%s\", \"title\": \"S\", \"duration\": 100.5, \"year\": 0}")
        .formatted(id);
  }

  /** So many plays of {@code S}, a minute apart, from the start of {@code day}. */
  static String[] plays(String day, int number) {
    Instant start = Instant.parse(day + "T00:00:00Z");
    return Stream.iterate(0, item -> item + 1)
        .limit(number)
        .map(item -> play("S", item, start.plus(Duration.ofMinutes(item))))
        .toArray(String[]::new);
  }

  static String play(String song, int item, Instant at) {
    return ("{\"artist\":\"A\",\"auth\":\"Logged In\",\"firstName\":\"Secretname\",\"gender\":\"F\","
            + "\"itemInSession\":%d,\"lastName\":\"L\",\"length\":100.5,\"level\":\"free\","
            + "\"location\":\"Secretplace\",\"method\":\"PUT\",\"page\":\"NextSong\","
            + "\"registration\":1540919166796.0,\"sessionId\":%d,\"song\":\"%s\",\"status\":200,"
            + "\"ts\":%d,\"userAgent\":\"Secretagent\",\"userId\":\"39\"}")
        .formatted(item, at.getEpochSecond() / 86_400, song, at.toEpochMilli());
  }

  /** Publishes a song, and so many plays of the last day of October and the first of November. */
  void publishTwoMonths(int october, int november) throws IOException {
    writeASong();
    write(OCTOBER, plays("2018-10-31", october));
    write(NOVEMBER, plays("2018-11-01", november));
    Ended ended = run("run");
    if (ended.code() != ExitCode.OK) {
      throw new IllegalStateException(ended.err());
    }
  }

  /** Runs {@code command} with {@code options} on the folder. */
  Ended run(String command, String... options) {
    List<String> args = new ArrayList<>(List.of(command.split(" ", -1)));
    args.add("--songs=" + file("songs"));
    args.add("--events=" + file("logs"));
    args.add("--lake=" + file("lake"));
    Collections.addAll(args, options);
    Ended ended =
        new InThisJvm(settings -> TestSpark.session(), Clock.fixed(now, ZoneOffset.UTC)).run(args);
    now = now.plus(Duration.ofMinutes(1));
    return ended;
  }

  /** The report, as JSON, of the last command that left one. */
  String lastReport() throws IOException {
    try (Stream<Path> reports = Files.list(file("lake/_sparkify/runs"))) {
      return Files.readString(reports.sorted().reduce((older, newer) -> newer).orElseThrow());
    }
  }

  /** The published rows of {@code table}. */
  long published(String table) {
    return TestSpark.session().read().parquet(file("lake").resolve(table).toString()).count();
  }
}
