package com.sparkify.etl.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.runner.InThisJvm.Ended;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events that do not come are warned of; a warning changes nothing else. */
class EventWatchTest {
  private final Feed feed;

  EventWatchTest(@TempDir Path folder) {
    this.feed = new Feed(folder);
  }

  /** The commands run at noon of 2018-12-20. */
  @BeforeEach
  void logsOfTwoDays() throws IOException {
    feed.writeASong();
    feed.write("logs/2018-12-15-events.json", Feed.plays("2018-12-15", 1));
    feed.write("logs/2018-12-17-events.json", Feed.plays("2018-12-17", 1));
  }

  @Test
  void warnsOfDaysWithoutLogsAndOfOldEventsAlsoWhenNothingIsNew() throws IOException {
    String warning =
        "warning: the newest event is of 2018-12-17T00:00:00Z, 3 days 12 hours before this run;"
            + " sparkify.guard.max-age is 2 days 0 hours\n"
            + "warning: days without a log file: 2018-12-15 to 2018-12-17, 1 missing: 2018-12-16\n";

    Ended first = feed.run("run", "--set=sparkify.guard.max-age=2 days");

    assertThat(first.code()).as(first.err()).isEqualTo(ExitCode.OK);
    assertThat(first.out()).contains(warning, "published to");
    assertThat(feed.lastReport())
        .contains("\"warnings\" : [ \"the newest event is of", "\"days without a log file: ");

    Ended second = feed.run("build", "--set=sparkify.guard.max-age=2 days");

    assertThat(second.code()).isEqualTo(ExitCode.OK);
    assertThat(second.out()).contains(warning, "nothing new");
  }

  @Test
  void warnsOfNothingThatIsInTime() throws IOException {
    feed.write("logs/2018-12-16-events.json", Feed.plays("2018-12-16", 1));

    Ended ended = feed.run("run", "--set=sparkify.guard.max-age=4 days");

    assertThat(ended.code()).as(ended.err()).isEqualTo(ExitCode.OK);
    assertThat(ended.out()).doesNotContain("warning");
    assertThat(feed.lastReport()).contains("\"warnings\" : [ ]");
  }
}
