package com.sparkify.etl.it.kills;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sparkify.etl.it.Sparkify;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The shipped sample in a folder: most of it at first, then the rest and two changed files. */
final class Delivery {
  static final String SONGS = "song_data";
  static final String EVENTS = "log_data";
  private static final Path SAMPLE = Sparkify.project().resolve("etl-runner/sample");
  private static final List<String> LATE =
      List.of("song_data/A/A/D/TRAADBT128F420C560.json", "log_data/2018/12/2018-12-01-events.json");

  private Delivery() {}

  /** Writes what is there before the delivery. */
  static void begin(Path folder) throws IOException {
    for (Path file : files(SAMPLE)) {
      String name = SAMPLE.relativize(file).toString();
      if (!LATE.contains(name)) {
        copy(name, folder);
      }
    }
  }

  /** Adds a song and a day, and changes a song's year and a day's plays. */
  static void complete(Path folder) throws IOException {
    for (String name : LATE) {
      copy(name, folder);
    }
    Path song = files(folder.resolve(SONGS)).get(0);
    Files.writeString(
        song, Files.readString(song, UTF_8).replaceFirst("\"year\": ?\\d+", "\"year\": 1901"));
    Path day = files(folder.resolve(EVENTS)).get(0);
    List<String> lines = Files.readAllLines(day, UTF_8);
    String play =
        lines.stream().filter(line -> line.contains("NextSong")).findFirst().orElseThrow();
    Files.writeString(
        day,
        String.join("\n", lines)
            + "\n"
            + play.replaceFirst("\"itemInSession\": ?\\d+", "\"itemInSession\":9999")
            + "\n");
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void copy(String name, Path folder) throws IOException {
    Path target = folder.resolve(name);
    Files.createDirectories(target.resolve("..").normalize());
    Files.copy(SAMPLE.resolve(name), target);
  }
}
