package com.sparkify.etl.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.runner.InThisJvm.Ended;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a vacuum packs and removes, and that nothing else changes by it. */
class VacuumTest {
  private static final String EVENTS = "_sparkify/staging/events/";
  private static final String SONGS = "_sparkify/staging/songs/";

  /** The folder of the feed, and what it was after the runs with which each test begins. */
  @TempDir private static Path folder = Path.of("");

  @TempDir private static Path kept = Path.of("");

  private final Feed feed = new Feed(folder, Feed.LATER);

  /** Four batches of events, one of which replaces a file, and two of songs. */
  @BeforeAll
  static void buildInFourRuns() throws IOException {
    Feed first = new Feed(folder);
    first.writeASong();
    first.write("logs/2018-10-31-events.json", Feed.plays("2018-10-31", 1));
    first.write("logs/2018-11-01-events.json", Feed.plays("2018-11-01", 3));
    ok(first, "run");
    first.write("logs/2018-12-01-events.json", Feed.plays("2018-12-01", 1));
    ok(first, "run");
    first.write("songs/two.json", Feed.song("SO2").replace("\"S\"", "\"T\""));
    first.write("logs/2018-11-02-events.json", "rubbish");
    ok(first, "run");
    String[] plays = Feed.plays("2018-10-31", 2);
    first.write("logs/2018-10-31-events.json", plays[0], plays[1], "{\"page\": \"Home\"");
    ok(first, "run");
    Snapshot.copy(folder, kept);
  }

  @BeforeEach
  void beginWithFourRuns() throws IOException {
    Snapshot.restore(folder, kept);
  }

  @Test
  void packsWhatIsBuiltAndEveryCommandSaysWhatItSaidBefore() throws IOException {
    Map<String, String> tables = tables();
    String rejects = ok("rejects", "--format=csv").out();
    String staged = stagedBy(ok("status"));

    Ended vacuum = ok("vacuum");

    assertThat(vacuum.out())
        .contains(
            "done: pack 2 batches of songs into one: 2 files, 2 rows; drop 0 replaced versions",
            "done: pack 4 batches of events into one: 4 files, 8 rows; drop 1 replaced versions",
            "vacuum: the tables in")
        .containsPattern("all +24 +[0-9.]+ +14 ");
    assertThat(names("_sparkify/staging")).containsExactlyInAnyOrder("events", "songs");
    assertThat(names(EVENTS)).containsExactly("batch=000005");
    assertThat(names(SONGS)).containsExactly("batch=000003");
    assertThat(tables()).isEqualTo(tables);
    assertThat(ok("rejects", "--format=csv").out()).isEqualTo(rejects);
    assertThat(stagedBy(ok("status"))).isEqualTo(staged);
    assertThat(ok("run").out()).contains("nothing new");
    assertThat(tables()).isEqualTo(tables);
    assertThat(ok("vacuum").out()).doesNotContain("done:");
    assertThat(names(EVENTS)).containsExactly("batch=000005");
  }

  @Test
  void afterItANewFileTouchesItsMonthAndAChangedOneReplacesItsRows() throws IOException {
    ok("vacuum");
    Map<String, String> packed = tables();
    feed.write("logs/2018-12-02-events.json", Feed.plays("2018-12-02", 1));

    assertThat(ok("run").out()).contains("plays built: 2;");

    assertThat(month(tables(), 11)).isEqualTo(month(packed, 11));
    feed.write("logs/2018-10-31-events.json", Feed.plays("2018-11-30", 1));

    assertThat(ok("run", "--allow-shrink").out()).contains("plays built: 4;");

    assertThat(feed.published("songplays")).isEqualTo(6);
    List<String> rows = songplays();
    assertThat(ok("run", "--full").out()).contains("published to");
    assertThat(songplays()).isEqualTo(rows);
  }

  @Test
  void whatNoTableFollowsFromIsNotPackedNorAreTheRowsThatItReplaces() throws IOException {
    feed.write("logs/2018-11-01-events.json", Feed.plays("2018-11-01", 1));
    ok("stage");

    Ended vacuum = ok("vacuum");

    assertThat(vacuum.out())
        .contains("warning: no table follows from the batches 000005 of events yet, and so")
        .contains("done: pack 3 batches of events into one: 3 files");
    assertThat(names(EVENTS))
        .containsExactlyInAnyOrder("batch=000001", "batch=000005", "batch=000006");
    assertThat(ok("build", "--allow-shrink").out()).contains("plays built: 1;");
    assertThat(feed.published("songplays")).isEqualTo(4);
    ok("vacuum");
    assertThat(names(EVENTS)).containsExactly("batch=000007");
    assertThat(ok("run").out()).contains("nothing new");
  }

  @Test
  void cutOffAtAnyInstantItLeavesALakeInWhichNothingIsNew() throws IOException {
    ok("vacuum");
    Snapshot.copy(feed.file("lake"), folder.resolve("after"));
    Map<String, String> tables = tables();

    restore();
    Files.delete(feed.file("lake/" + SONGS + "batch=000003/_SUCCESS"));
    Snapshot.remove(feed.file("lake/" + EVENTS + "batch=000005"));
    requireNothingNewAndPacked("while songs are packed", tables);

    restore();
    Snapshot.remove(feed.file("lake/" + EVENTS + "batch=000005"));
    requireNothingNewAndPacked("before events are packed", tables);

    restore();
    requireNothingNewAndPacked("before the version names the packed batches", tables);

    restore();
    publishPacked();
    requireNothingNewAndPacked("before the old batches are removed", tables);

    restore();
    publishPacked();
    Snapshot.remove(feed.file("lake/" + SONGS + "batch=000001"));
    Files.delete(feed.file("lake/" + EVENTS + "batch=000001/_SUCCESS"));
    Files.delete(feed.file("lake/" + EVENTS + "batch=000001/_files"));
    requireNothingNewAndPacked("while the old batches are removed", tables);
  }

  @Test
  void aFileThatComesAfterACutOffVacuumTouchesItsMonthAlone() throws IOException {
    ok("vacuum");
    Snapshot.copy(feed.file("lake"), folder.resolve("after"));
    restore();
    feed.write("logs/2018-10-31-events.json", Feed.plays("2018-10-31", 1));

    assertThat(ok("run", "--allow-shrink").out()).contains("plays built: 1;");

    ok("vacuum");
    assertThat(feed.published("songplays")).isEqualTo(5);
    assertThat(names(EVENTS)).containsExactly("batch=000007");
    assertThat(ok("run").out()).contains("nothing new");
  }

  @Test
  void aDryRunTellsAndChangesNothing() throws IOException {
    Map<String, String> lake = files(feed.file("lake"));

    Ended dry = ok("vacuum", "--dry-run");

    assertThat(dry.out())
        .contains("would: pack 4 batches of events into one: 4 files, 8 rows;")
        .contains("dry run: nothing was changed");
    assertThat(files(feed.file("lake"))).isEqualTo(lake);
  }

  @Test
  void removesOldReportsAndWhatCutOffRunsLeft() throws IOException {
    String report = feed.lastReport();
    for (int day = 1; day <= 30; day++) {
      String old = "lake/_sparkify/runs/201801%02dT000000.000Z.json".formatted(day);
      feed.write(old, report);
    }
    feed.write("lake/_sparkify/runs/0-note.txt", "a note");
    feed.write("lake/_sparkify/runs/_x.json.unfinished", "cut off");
    Files.setLastModifiedTime(
        feed.file("lake/_sparkify/runs/_x.json.unfinished"),
        FileTime.from(Feed.NOW.minus(Duration.ofDays(1))));
    feed.write("lake/" + EVENTS + "batch=000009/_temporary/part-0", "cut off");

    Ended vacuum = ok("vacuum");

    assertThat(vacuum.out())
        .contains("done: remove what was left of batches of events: 000009")
        .contains("done: remove what was left by somebody cut off: runs/_x.json.unfinished")
        .contains("done: remove 14 old reports");
    assertThat(names("_sparkify/runs")).hasSize(22).contains("0-note.txt");
    assertThat(ok("status").out()).contains("vacuum  ");
    assertThat(feed.lastReport()).contains("\"area\" : \"staging/events\"");
  }

  @Test
  void keepsTheVersionOfAnExportAsLongAsItCanBeReplayed() throws IOException {
    ok("rejects", "--export", feed.file("out").toString());
    String id = names("_sparkify/rejects").get(0).replace(".jsonl", "");
    feed.write("logs/replay-%s-malformed-json.json".formatted(id), Feed.plays("2018-11-05", 2));
    ok("run");
    String rejects = ok("rejects").out();
    String status = stagedBy(ok("status"));
    assertThat(rejects).contains("2 rejected lines, 2 of them replayed");

    ok("vacuum", "--set=sparkify.vacuum.keep-reports=1 second");

    assertThat(ok("rejects").out()).isEqualTo(rejects);
    assertThat(stagedBy(ok("status"))).isEqualTo(status);
    feed.write("logs/2018-11-02-events.json", Feed.plays("2018-11-02", 1));
    feed.write("logs/2018-10-31-events.json", Feed.plays("2018-10-31", 2));
    ok("run");

    Ended spent = ok("vacuum", "--set=sparkify.vacuum.keep-reports=1 second");

    assertThat(spent.out()).contains("done: forget 1 exports of which nothing can be replayed: ");
    assertThat(names("_sparkify/rejects")).isEmpty();
  }

  @Test
  void aLakeWithoutAnythingIsLeftSo() throws IOException {
    Snapshot.remove(feed.file("lake"));

    assertThat(ok("vacuum", "--dry-run").out()).contains("nothing to do");
    assertThat(ok("vacuum").out()).contains("vacuum: the tables in").doesNotContain("done:");
  }

  private Ended ok(String command, String... options) {
    return ok(feed, command, options);
  }

  private static Ended ok(Feed feed, String command, String... options) {
    Ended ended = feed.run(command, options);
    assertThat(ended.code()).as(ended.out() + ended.err()).isEqualTo(ExitCode.OK);
    return ended;
  }

  private void requireNothingNewAndPacked(String when, Map<String, String> tables)
      throws IOException {
    assertThat(ok("run").out()).as(when).contains("nothing new");
    assertThat(tables()).as(when).isEqualTo(tables);
    ok("vacuum");
    assertThat(names(SONGS)).as(when).hasSize(1);
    assertThat(names(EVENTS)).as(when).hasSize(1);
    assertThat(tables()).as(when).isEqualTo(tables);
  }

  /** The lake before the vacuum, and what the vacuum has packed. */
  private void restore() throws IOException {
    Snapshot.remove(feed.file("lake"));
    Snapshot.copy(folder.resolve("after").resolve(EVENTS), feed.file("lake").resolve(EVENTS));
    Snapshot.copy(folder.resolve("after").resolve(SONGS), feed.file("lake").resolve(SONGS));
    Snapshot.copy(kept.resolve("lake"), feed.file("lake"));
  }

  private void publishPacked() throws IOException {
    Files.deleteIfExists(feed.file("lake/_sparkify/.version.json.crc"));
    Files.copy(
        folder.resolve("after/_sparkify/version.json"),
        feed.file("lake/_sparkify/version.json"),
        StandardCopyOption.REPLACE_EXISTING);
  }

  private List<String> songplays() {
    return TestSpark.session()
        .read()
        .parquet(feed.file("lake/songplays").toString())
        .toJSON()
        .collectAsList()
        .stream()
        .sorted()
        .toList();
  }

  /** The files of the tables with their content. */
  private Map<String, String> tables() throws IOException {
    Map<String, String> files = files(feed.file("lake"));
    files.keySet().removeIf(file -> file.startsWith("_sparkify"));
    return files;
  }

  private static Map<String, String> month(Map<String, String> files, int month) {
    Map<String, String> some = new TreeMap<>(files);
    some.keySet().removeIf(file -> !file.contains("month=" + month));
    return some;
  }

  private static String stagedBy(Ended status) {
    return status.out().substring(0, status.out().indexOf("days of logs"));
  }

  private List<String> names(String below) throws IOException {
    try (Stream<Path> files = Files.list(feed.file("lake").resolve(below))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.endsWith(".crc"))
          .toList();
    }
  }

  private static Map<String, String> files(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .collect(
              Collectors.toMap(
                  file -> root.relativize(file).toString(),
                  VacuumTest::content,
                  (one, other) -> one,
                  TreeMap::new));
    }
  }

  private static String content(Path file) {
    try {
      return Files.getLastModifiedTime(file).toMillis() + " " + Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
