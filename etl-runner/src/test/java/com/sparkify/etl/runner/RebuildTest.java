package com.sparkify.etl.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.runner.InThisJvm.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Months that are asked for are built again, besides those that have changed. */
class RebuildTest {
  private final Feed feed;

  RebuildTest(@TempDir Path folder) {
    this.feed = new Feed(folder);
  }

  @Test
  void aRangeAddsToWhatHasChangedAndNarrowsNothing() throws IOException {
    feed.writeASong();
    feed.write("logs/2018-10-31-events.json", Feed.plays("2018-10-31", 2));
    feed.write("logs/2018-11-01-events.json", Feed.plays("2018-11-01", 2));
    feed.write("logs/2018-12-01-events.json", Feed.plays("2018-12-01", 2));
    assertThat(feed.run("run").code()).isEqualTo(ExitCode.OK);
    Set<String> october = files(10);
    Set<String> november = files(11);
    Set<String> december = files(12);
    feed.write("logs/2018-10-30-events.json", Feed.plays("2018-10-30", 1));

    Ended again = feed.run("run", "--since=2018-11", "--until=2018-11");

    assertThat(again.code()).as(again.err()).isEqualTo(ExitCode.OK);
    assertThat(files(10)).doesNotContainAnyElementsOf(october);
    assertThat(files(11)).isNotEmpty().doesNotContainAnyElementsOf(november);
    assertThat(files(12)).isEqualTo(december);
    assertThat(feed.published("songplays")).isEqualTo(7);
    assertThat(feed.run("run").out()).contains("nothing new");

    Ended open = feed.run("build", "--since=2018-12");

    assertThat(open.out()).contains("plays built: 2;", "published to");
    assertThat(files(12)).isNotEmpty().doesNotContainAnyElementsOf(december);

    Ended none = feed.run("build", "--until=2018-09");

    assertThat(none.code()).isEqualTo(ExitCode.OK);
    assertThat(none.out()).contains("warning: no plays are staged or published", "nothing new");
  }

  private Set<String> files(int month) throws IOException {
    Path folder = feed.file("lake/songplays/year=2018/month=" + month);
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(Path::toString)
          .filter(file -> file.endsWith(".parquet"))
          .collect(Collectors.toSet());
    }
  }
}
