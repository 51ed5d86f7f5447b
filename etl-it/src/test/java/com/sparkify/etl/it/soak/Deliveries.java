package com.sparkify.etl.it.soak;

import com.sparkify.etl.it.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Generated files that arrive bit by bit: a day of logs a run; each fifth day only its first half,
 * and all of it with the next; each tenth run a song that was late.
 */
final class Deliveries {
  private static final int HALF_EACH = 5;
  private static final int SONG_EACH = 10;

  private final Path all;
  private final Path arrived;
  private final List<Path> songs;
  private final List<Path> days;

  private Deliveries(Path all, Path arrived) throws IOException {
    this.all = all;
    this.arrived = arrived;
    this.songs = files(all.resolve("song_data"));
    this.days = files(all.resolve("log_data"));
  }

  /** Generates a day of logs for each of {@code runs} below {@code folder}. */
  static Deliveries generated(Program program, Path folder, int runs) throws IOException {
    Path all = folder.resolve("all");
    program
        .run(
            List.of(
                "generate",
                "--out=" + all,
                "--songs=" + (8 + runs / SONG_EACH),
                "--users=30",
                "--first-day=2018-01-01",
                "--days=" + runs,
                "--events=" + 40L * runs,
                "--malformed=0.005",
                "--duplicates=0.01",
                "--late=0.02"))
        .ok();
    Deliveries deliveries = new Deliveries(all, folder.resolve("arrived"));
    int late = runs / SONG_EACH;
    for (Path song : deliveries.songs.subList(late, deliveries.songs.size())) {
      deliveries.arrive(song, Files.readString(song));
    }
    return deliveries;
  }

  /** How many runs there are files for. */
  int runs() {
    return days.size();
  }

  Path arrivedSongs() {
    return arrived.resolve("song_data");
  }

  Path arrivedLogs() {
    return arrived.resolve("log_data");
  }

  /** Lets the files of run {@code run}, counted from 0, arrive. */
  void next(int run) throws IOException {
    boolean isLast = run == days.size() - 1;
    if (isHalf(run - 1)) {
      arrive(days.get(run - 1), Files.readString(days.get(run - 1)));
    }
    String day = Files.readString(days.get(run));
    List<String> lines = day.lines().toList();
    arrive(
        days.get(run),
        isHalf(run) && !isLast
            ? String.join("\n", lines.subList(0, (lines.size() + 1) / 2)) + "\n"
            : day);
    if (run % SONG_EACH == SONG_EACH - 1) {
      Path song = songs.get(run / SONG_EACH);
      arrive(song, Files.readString(song));
    }
  }

  private static boolean isHalf(int run) {
    return run >= 0 && run % HALF_EACH == HALF_EACH - 2;
  }

  private void arrive(Path file, String content) throws IOException {
    Path target = arrived.resolve(all.relativize(file).toString());
    Files.createDirectories(target.resolve("..").normalize());
    Files.writeString(target, content);
  }

  private static List<Path> files(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
