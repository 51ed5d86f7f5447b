package com.sparkify.etl.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.runner.InThisJvm.Ended;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build of which too few plays find their song stops. */
class MatchGuardTest {
  private static final Instant AT = Instant.parse("2018-11-01T08:00:00Z");

  private final Feed feed;

  MatchGuardTest(@TempDir Path folder) {
    this.feed = new Feed(folder);
  }

  @BeforeEach
  void oneOfFourPlaysIsOfTheCatalogue() throws IOException {
    feed.writeASong();
    feed.write(
        "logs/2018-11-01-events.json",
        Feed.play("S", 0, AT),
        Feed.play("T", 1, AT.plusSeconds(1)),
        Feed.play("T", 2, AT.plusSeconds(2)),
        Feed.play("T", 3, AT.plusSeconds(3)));
  }

  @Test
  void tooFewMatchesStopTheRun() throws IOException {
    Ended ended = feed.run("run", "--set=sparkify.guard.min-match-rate=25.1%");

    assertThat(ended.code()).isEqualTo(ExitCode.QUALITY);
    assertThat(ended.err())
        .contains(
            "Check 'songplays: at least 25.1% of the plays find their song"
                + " (sparkify.guard.min-match-rate)' fails: 3 of 4 rows have none, so 25.00 % do;"
                + " such as {\"songplay_id\":\"")
        .contains("\"heard_title\":\"T\",\"heard_artist\":\"A\"}")
        .contains("Nothing was published.")
        .doesNotContain("Secret");
    assertThat(feed.file("lake/songplays")).doesNotExist();
    assertThat(feed.lastReport()).contains("\"outcome\" : \"FAILED\"", "\"matchRate\" : 0.25");
  }

  @Test
  void asManyMatchesAsAskedForAreEnough() {
    Ended ended = feed.run("run", "--set=sparkify.guard.min-match-rate=25%");

    assertThat(ended.code()).as(ended.err()).isEqualTo(ExitCode.OK);
    assertThat(feed.published("songplays")).isEqualTo(4);
  }
}
