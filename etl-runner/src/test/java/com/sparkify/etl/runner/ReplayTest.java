package com.sparkify.etl.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.runner.InThisJvm.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rejected lines go out, are mended, come back and load; then they are shown as replayed. */
class ReplayTest {
  private static final Instant AT = Instant.parse("2018-11-01T08:00:00Z");
  private static final String EXPORT = "out/events/replay-20181220T120100.000Z-";

  private final Feed feed;

  ReplayTest(@TempDir Path folder) {
    this.feed = new Feed(folder);
  }

  @Test
  void whatIsMendedAndPutBackLoadsOnceAndIsShownAsReplayed() throws IOException {
    rejectThreeLinesAndASong();

    Ended exported = feed.run("rejects", "--export", feed.file("out").toString());

    assertThat(exported.code()).as(exported.err()).isEqualTo(ExitCode.OK);
    assertThat(exported.out())
        .contains("4 rejected lines exported to ", "bad-type-ts.json 2\n", "1 hold nothing");
    assertThat(Files.readString(feed.file(EXPORT + "bad-type-ts.json")))
        .isEqualTo(play(1, "\"noon\"") + "\n" + play(2, "\"one\"") + "\n");
    assertThat(Files.readString(index("events", "bad-type-ts")))
        .startsWith("line,source_file,source_line,reason\r\n1,\"file:")
        .contains("2018-11-01-events.json\",2,bad-type-ts\r\n2,");
    assertThat(
            Files.readString(feed.file(EXPORT.replace("events", "songs") + "missing-song_id.json")))
        .isEqualTo("{\"title\": \"S\",\n \"artist_name\": \"A\"}\n");

    feed.write("logs/" + name("bad-type-ts"), play(1, "1541059201000"), play(2, "\"one\""));
    feed.write("logs/" + name("malformed-json"), play(3, "1541059203000"));
    Ended run = feed.run("run");

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(feed.published("songplays")).isEqualTo(3);
    assertThat(events()).containsExactly("2,yes", "3,no", "4,yes", "2,no");
    assertThat(feed.run("rejects").out()).contains("6 rejected lines, 2 of them replayed");
    assertThat(feed.run("status").out()).containsPattern("events +3 +3 +0 +0 +7 +4 +2\n");
    assertThat(feed.run("run").out()).contains("nothing new");
  }

  @Test
  void aFolderThatHoldsSomethingIsRefused() throws IOException {
    rejectThreeLinesAndASong();
    feed.write("out/mine.txt", "mine");

    Ended refused = feed.run("rejects", "--export", feed.file("out").toString());

    assertThat(refused.code()).isEqualTo(ExitCode.CONFIG);
    assertThat(refused.err()).contains("which holds something; expected a folder that is absent");
    assertThat(feed.file("lake/_sparkify/rejects")).doesNotExist();
  }

  @Test
  void aShareOfRejectedLinesStopsTheRunBeforeAnythingIsPublished() throws IOException {
    writeThreeBadLinesAndASong();

    Ended strict = feed.run("run", "--set=sparkify.source.max-rejects=62.4%");

    assertThat(strict.code()).isEqualTo(ExitCode.SOURCE_DATA);
    assertThat(strict.err())
        .contains("5 of 8 lines of new files were rejected", "'62.4%' tolerates fewer");
    assertThat(feed.file("lake/songplays")).doesNotExist();
    assertThat(feed.run("run", "--set=sparkify.source.max-rejects=62.5%").code())
        .isEqualTo(ExitCode.OK);
  }

  private void rejectThreeLinesAndASong() throws IOException {
    writeThreeBadLinesAndASong();
    assertThat(feed.run("run").code()).isEqualTo(ExitCode.OK);
  }

  private void writeThreeBadLinesAndASong() throws IOException {
    feed.writeASong();
    feed.write("songs/two.json", Feed.song("SO2").replace("\"S\"", "\"T\""));
    feed.write("songs/bad.json", "{\"title\": \"S\",", " \"artist_name\": \"A\"}");
    feed.write("songs/empty.json");
    feed.write(
        "logs/2018-11-01-events.json",
        play(0, "1541059200000"),
        play(1, "\"noon\""),
        play(2, "\"one\""),
        "{" + play(3, "1541059203000"));
  }

  /** The line of each rejected event and whether it was replayed, by file. */
  private List<String> events() {
    return feed.run("rejects", "--format=csv")
        .out()
        .lines()
        .filter(line -> line.startsWith("events,"))
        .map(line -> line.replaceFirst("events,[^,]*,[^,]*,([0-9]+,(yes|no)),.*", "$1"))
        .toList();
  }

  private Path index(String source, String reason) {
    return feed.file("out/" + source + "/_" + name(reason).replace(".json", ".index.csv"));
  }

  private static String name(String reason) {
    return "replay-20181220T120100.000Z-" + reason + ".json";
  }

  private static String play(int item, String ts) {
    return Feed.play("S", item, AT).replaceFirst("\"ts\":[0-9]+", "\"ts\":" + ts);
  }
}
