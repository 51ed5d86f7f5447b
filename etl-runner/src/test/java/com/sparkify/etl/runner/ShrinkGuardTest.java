package com.sparkify.etl.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.runner.InThisJvm.Ended;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that would lose rows stops, until somebody allows it. */
class ShrinkGuardTest {

  @TempDir private static Path folder = Path.of("");
  @TempDir private static Path kept = Path.of("");

  private final Feed feed = new Feed(folder, Feed.LATER);

  @BeforeAll
  static void publishTwoMonths() throws IOException {
    new Feed(folder).publishTwoMonths(90, 10);
    Snapshot.copy(folder, kept);
  }

  @BeforeEach
  void beginWithTwoMonths() throws IOException {
    Snapshot.restore(folder, kept);
  }

  @Test
  void aMonthThatLosesMoreThanItsShareStopsTheRun() throws IOException {
    feed.write(Feed.NOVEMBER, Feed.plays("2018-11-01", 8));

    Ended ended = feed.run("run");

    assertThat(ended.code()).isEqualTo(ExitCode.QUALITY);
    assertThat(ended.err())
        .contains(
            "Check 'songplays 2018-11: at most 10% of the published rows are lost"
                + " (sparkify.guard.max-shrink)' fails for 2 rows: 10 before, 8 now, 20.0 % lost,"
                + " such as {\"songplay_id\":\"")
        .contains("Check 'time 2018-11:", "such as {\"start_time\":\"2018-11-01T00:0")
        .contains("Nothing was published.", "give --allow-shrink")
        .doesNotContain("songplays:", "time:", "2018-10", "Secret");
    assertThat(feed.published("songplays")).isEqualTo(100);
    assertThat(feed.lastReport())
        .contains("\"outcome\" : \"FAILED\"", "\"shrinkAllowed\" : false", "\"lost\" : 2");
  }

  @Test
  void whatIsAllowedIsPublishedAndRecorded() throws IOException {
    feed.write(Feed.NOVEMBER, Feed.plays("2018-11-01", 8));
    assertThat(feed.run("run").code()).isEqualTo(ExitCode.QUALITY);

    assertThat(feed.run("build").code()).isEqualTo(ExitCode.QUALITY);
    Ended allowed = feed.run("build", "--allow-shrink");

    assertThat(allowed.code()).isEqualTo(ExitCode.OK);
    assertThat(allowed.out())
        .contains("shrink allowed: time 2018-11 loses 2 of 10 rows (20.0 %); songplays 2018-11");
    assertThat(feed.published("songplays")).isEqualTo(98);
    assertThat(feed.lastReport())
        .contains("\"shrinkAllowed\" : true", "\"month\" : \"2018-11\"", "\"share\" : 0.2");
    assertThat(feed.run("run").out()).contains("nothing new").doesNotContain("shrink");
  }

  @Test
  void aMonthThatVanishesHasLostAll() throws IOException {
    feed.write(Feed.OCTOBER, Feed.plays("2018-12-01", 90));

    Ended ended = feed.run("run");

    assertThat(ended.code()).isEqualTo(ExitCode.QUALITY);
    assertThat(ended.err())
        .contains("songplays 2018-10:", "90 before, 0 now, 100.0 % lost")
        .doesNotContain("songplays:", "2018-12");
  }

  @Test
  void aTableThatLosesMoreThanItsShareStopsTheRun() throws IOException {
    feed.write("songs/two.json", Feed.song("SO2"));
    assertThat(feed.run("run").code()).isEqualTo(ExitCode.OK);
    feed.write("songs/two.json", Feed.song("SO1"));

    Ended ended = feed.run("run");

    assertThat(ended.code()).isEqualTo(ExitCode.QUALITY);
    assertThat(ended.err())
        .contains("'songs: at most 10%", "fails for 1 rows: 2 before, 1 now, 50.0 % lost")
        .contains("such as {\"song_id\":\"SO2\"}.");
  }

  @Test
  void asMuchAsTheShareMayGo() throws IOException {
    feed.write(Feed.NOVEMBER, Feed.plays("2018-11-01", 9));

    Ended ended = feed.run("run");

    assertThat(ended.code()).as(ended.err()).isEqualTo(ExitCode.OK);
    assertThat(ended.out()).doesNotContain("shrink");
    assertThat(feed.published("songplays")).isEqualTo(99);
  }

  @Test
  void aShareOfAllLetsAllGo() throws IOException {
    feed.write(Feed.NOVEMBER, Feed.plays("2018-12-01", 1));

    Ended ended = feed.run("run", "--set=sparkify.guard.max-shrink=100%");

    assertThat(ended.code()).as(ended.err()).isEqualTo(ExitCode.OK);
    assertThat(feed.published("songplays")).isEqualTo(91);
  }
}
