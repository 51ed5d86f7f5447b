package com.sparkify.etl.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.runner.InThisJvm.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run writes again of tables that are published, and what it leaves as it is. */
class IncrementalTest {
  private static final List<String> BY_MONTH = List.of("songplays", "time");

  @TempDir private static Path folder = Path.of("");
  @TempDir private static Path kept = Path.of("");

  private final Feed feed = new Feed(folder, Feed.LATER);
  private final PublishedTables tables = new PublishedTables(feed.file("lake"));

  @BeforeAll
  static void publishTwoMonths() throws IOException {
    new Feed(folder).publishTwoMonths(5, 5);
    Snapshot.copy(folder, kept);
  }

  @BeforeEach
  void beginWithTwoMonths() throws IOException {
    Snapshot.restore(folder, kept);
  }

  @Test
  void monthsWithoutNewRowsKeepTheirFiles() throws IOException {
    Map<String, Integer> october = files("year=2018/month=10");
    Map<String, Integer> november = files("year=2018/month=11");
    feed.write("logs/2018-11-02-events.json", Feed.plays("2018-11-02", 1));

    done("run");

    assertThat(october).hasSize(2);
    assertThat(files("year=2018/month=10")).isEqualTo(october);
    assertThat(files("year=2018/month=11"))
        .hasSize(2)
        .doesNotContainKeys(november.keySet().toArray(String[]::new));
  }

  @Test
  void filesWithoutANewTimeStayUnlessTheyAreSmall() throws IOException {
    Map<String, Integer> before = files("year=2018/month=11");
    feed.write("logs/2018-11-02-events.json", Feed.plays("2018-11-02", 3));

    done("run", "--set=sparkify.lake.small-file-rows=5");

    Map<String, Integer> withTheDay = files("year=2018/month=11");
    assertThat(before).hasSize(2);
    assertThat(withTheDay).hasSize(4).containsAllEntriesOf(before);
    feed.write("logs/2018-11-03-events.json", Feed.plays("2018-11-03", 2));

    done("run", "--set=sparkify.lake.small-file-rows=5");

    assertThat(files("year=2018/month=11"))
        .as("the days of 3 and of 2 plays share their files")
        .hasSize(4)
        .containsAllEntriesOf(before)
        .isNotEqualTo(withTheDay);
    assertThat(feed.published("songplays")).isEqualTo(15);
    assertThat(feed.published("time")).isEqualTo(15);
  }

  @Test
  void aTimeThatComesTwiceIsOneRowOfTheFileThatHasIt() throws IOException {
    Map<String, Integer> before = files("year=2018/month=11");
    feed.write("logs/2018-11-02-events.json", Feed.plays("2018-11-02", 3));
    done("run", "--set=sparkify.lake.small-file-rows=1");
    feed.write("logs/again.json", Feed.plays("2018-11-02", 4));

    done("run", "--set=sparkify.lake.small-file-rows=1");

    assertThat(files("year=2018/month=11")).hasSize(4).containsAllEntriesOf(before);
    assertThat(feed.published("songplays")).isEqualTo(14);
    assertThat(feed.published("time")).isEqualTo(14);
  }

  @Test
  void aLossWithinTheFilesThatAreReplacedIsOneOfTheirMonth() throws IOException {
    feed.write("logs/2018-11-02-events.json", Feed.plays("2018-11-02", 5));
    done("run", "--set=sparkify.lake.small-file-rows=1");
    feed.write("logs/2018-11-02-events.json", Feed.plays("2018-11-02", 1));

    Ended stopped = feed.run("run", "--set=sparkify.lake.small-file-rows=1");

    assertThat(stopped.code()).isEqualTo(ExitCode.QUALITY);
    assertThat(stopped.err())
        .contains("'songplays 2018-11", "4 rows: 10 before, 6 now, 40.0 % lost, such as {");
  }

  @Test
  void eventsThatAreNoPlaysLeaveAllMonthsAsTheyAre() throws IOException {
    Map<String, Integer> before = files("");
    Map<String, Integer> users = tables.files("users");
    feed.write(
        "logs/2018-11-02-events.json",
        Feed.plays("2018-11-02", 1)[0].replace("NextSong", "Home").replace("free", "paid"),
        "rubbish");

    done("run");

    assertThat(files("")).isEqualTo(before);
    assertThat(tables.files("users")).hasSize(1).doesNotContainKeys(names(users));
    assertThat(tables.rows().getOrDefault("users", List.of()).toString())
        .contains("\"level\":\"paid\"");
  }

  @Test
  void aRunWithNothingNewWritesNothing() throws IOException {
    Map<String, Integer> before = tables.files();

    assertThat(done("run").out()).contains("nothing new");

    assertThat(tables.files()).isEqualTo(before);
  }

  @Test
  void aFullRunWritesEveryFileAgainWithTheSameRows() throws IOException {
    Map<String, Integer> files = tables.files();
    Map<String, List<String>> rows = tables.rows();

    done("run", "--full");

    assertThat(tables.files()).hasSameSizeAs(files).doesNotContainKeys(names(files));
    assertThat(tables.rows()).isEqualTo(rows);
  }

  @Test
  void aMonthThatAChangedFileTakesAwayLeavesNothing() throws IOException {
    feed.write(Feed.OCTOBER, Feed.plays("2018-12-01", 4));

    done("run", "--allow-shrink");

    assertThat(feed.file("lake/songplays/year=2018/month=10")).doesNotExist();
    assertThat(feed.file("lake/time/year=2018/month=10")).doesNotExist();
    assertThat(feed.published("songplays")).isEqualTo(9);
    assertThat(feed.published("time")).isEqualTo(9);
  }

  @Test
  void whatIsGoneFromTheSourceFoldersStaysInTheTables() throws IOException {
    Map<String, List<String>> rows = tables.rows();
    feed.write("songs/none.json", "rubbish");
    Files.delete(feed.file("songs/one.json"));
    Files.delete(feed.file(Feed.OCTOBER));

    done("run");

    assertThat(tables.rows()).isEqualTo(rows);
    done("run", "--full");
    assertThat(tables.rows()).isEqualTo(rows);
  }

  @Test
  void aSongThatComesAfterItsPlaysIsFoundByThemInAllMonths() throws IOException {
    feed.write("songs/one.json", Feed.song("SO1").replace("\"S\"", "\"Another\""));
    done("run");
    assertThat(matched()).isZero();

    feed.write("songs/two.json", Feed.song("SO2"));
    done("run");

    assertThat(matched()).isEqualTo(10);
  }

  @Test
  void versionsThatWereStagedAndNeverBuiltLeaveNoRow() throws IOException {
    feed.write(Feed.NOVEMBER, Feed.plays("2018-12-01", 7));
    done("stage");
    feed.write("logs/2018-11-02-events.json", Feed.plays("2018-11-02", 1));
    done("stage");
    feed.write(Feed.NOVEMBER, Feed.plays("2018-11-01", 6));

    done("run");

    assertThat(feed.published("songplays")).isEqualTo(12);
    assertThat(feed.file("lake/songplays/year=2018/month=12")).doesNotExist();
  }

  @Test
  void stagedInPartsAndBuiltOnceIsRunEachTime(@TempDir Path other) throws IOException {
    Feed parts = new Feed(other);
    parts.write("songs/one.json", Feed.song("SO1"));
    parts.write(Feed.NOVEMBER, Feed.plays("2018-11-01", 5));
    assertThat(parts.run("stage").code()).isEqualTo(ExitCode.OK);
    parts.write(Feed.OCTOBER, Feed.plays("2018-10-31", 5));
    assertThat(parts.run("stage").code()).isEqualTo(ExitCode.OK);

    assertThat(parts.run("build").code()).isEqualTo(ExitCode.OK);

    assertThat(new PublishedTables(parts.file("lake")).differencesFrom(tables)).isEmpty();
  }

  private Ended done(String command, String... options) {
    Ended ended = feed.run(command, options);
    assertThat(ended.code()).as(ended.err()).isEqualTo(ExitCode.OK);
    return ended;
  }

  /** The files of the tables that have months, in {@code folder} of each. */
  private Map<String, Integer> files(String folder) throws IOException {
    Map<String, Integer> files = tables.files(BY_MONTH.get(0) + "/" + folder);
    files.putAll(tables.files(BY_MONTH.get(1) + "/" + folder));
    return files;
  }

  private static String[] names(Map<String, Integer> files) {
    return files.keySet().toArray(String[]::new);
  }

  private long matched() {
    return tables.rows().getOrDefault("songplays", List.of()).stream()
        .filter(row -> row.contains("\"song_id\":"))
        .count();
  }
}
