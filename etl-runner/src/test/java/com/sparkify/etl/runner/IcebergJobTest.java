package com.sparkify.etl.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.runner.InThisJvm.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands on the sample in a lake of Iceberg. What a test changes it brings back. */
class IcebergJobTest {
  private static final Path SAMPLE = Path.of("sample");
  private static final String ANSWERS = "../docs/sample-answers.json";
  private static final String ICEBERG = "--set=sparkify.lake.format=iceberg";

  /** The first three commands run a minute apart; the second one finds nothing new. */
  private static final String FIRST = "20181220T120000.000Z";

  private static final String SECOND = "20181220T120200.000Z";

  private static Feed feed = new Feed(Path.of(""));

  @BeforeAll
  static void publishTwoVersions(@TempDir Path folder) throws IOException {
    feed = new Feed(folder);
    Snapshot.copy(SAMPLE.resolve("song_data"), feed.file("songs"));
    Files.createDirectories(feed.file("logs"));
    List<Path> logs = logs();
    deliver(logs.subList(0, logs.size() / 2));
    assertThat(ok("run").out()).contains("run: published to");
    assertThat(ok("run").out()).contains("run: nothing new; the tables in");
    deliver(logs.subList(logs.size() / 2, logs.size()));
    assertThat(ok("run").out()).contains("run: published to");
  }

  @Test
  void answersAsAParquetLakeDoes() {
    assertThat(ok("query", "--all", "--expect=" + ANSWERS).out()).doesNotContain("differs");
    assertThat(ok("check").out()).contains("ok ").doesNotContain("FAIL");
    assertThat(ok("status").out()).contains(SECOND);
  }

  @Test
  void aVersionIsAskedByItsRunOrATime() {
    String now = plays();
    String then = plays("--as-of=" + FIRST);

    assertThat(Long.parseLong(then)).isPositive().isLessThan(Long.parseLong(now));
    assertThat(plays("--as-of=run-" + SECOND)).isEqualTo(now);
    assertThat(plays("--as-of=2018-12-20T12:01:30Z")).isEqualTo(then);
    Ended question = ok("query", "key-figures", "--as-of=" + FIRST, "--format=csv");
    assertThat(question.out()).contains(then);
  }

  @Test
  void showsTheHistory() {
    String history = ok("history").out();

    assertThat(history)
        .contains("artists", "songplays")
        .containsSubsequence(SECOND, "2018-12-20T12:02:00Z", "run", "(+")
        .containsSubsequence(SECOND, FIRST, "2018-12-20T12:00:00Z");
    assertThat(ok("history", "--format=json", "--limit=100").out())
        .contains("\"run\" : \"%s\"".formatted(FIRST), "\"artists_change\" : 0");
  }

  @Test
  void comparesTwoVersions() {
    long more = Long.parseLong(plays()) - Long.parseLong(plays("--as-of=" + FIRST));

    String diff = ok("diff", FIRST, SECOND, "--keys=1").out();

    assertThat(diff)
        .containsPattern("artists +0 +0 +0\n")
        .containsPattern("songplays +%,d +0 +0\n".formatted(more))
        .contains("songplays, added, such as:\n  {\"songplay_id\":");
    assertThat(ok("diff", SECOND, FIRST, "--format=json", "--keys=0").out())
        .contains("\"table\" : \"songplays\", \"added\" : 0, \"added_keys\" : []")
        .contains("\"removed\" : %d,".formatted(more));
  }

  @Test
  void goesBackInAllTablesAndBackAgain() {
    String now = plays();
    String then = plays("--as-of=" + FIRST);

    Ended back = ok("rollback", "--to=" + FIRST);

    assertThat(back.out())
        .contains("done: brought 6 tables back to the version of run '%s'".formatted(FIRST))
        .contains("done: songplays: %,d rows, -".formatted(Long.parseLong(then)))
        .contains("warning: what was staged since then is still staged")
        .contains("rollback: published to");
    assertThat(plays()).isEqualTo(then);
    assertThat(ok("history", "--limit=1").out()).contains("rollback to " + FIRST);
    assertThat(ok("check").out()).doesNotContain("FAIL");

    ok("rollback", "--to=run-" + SECOND);

    assertThat(plays()).isEqualTo(now);
    assertThat(ok("run").out()).contains("nothing new");
  }

  @Test
  void maintenanceLeavesEveryRow() {
    String now = plays();
    String then = plays("--as-of=" + FIRST);

    Ended maintained = ok("maintain");

    assertThat(maintained.out())
        .contains("done: songplays: ", "maintain: the tables in")
        .doesNotContain("can no longer be read");
    assertThat(plays()).isEqualTo(now);
    assertThat(plays("--as-of=" + FIRST)).isEqualTo(then);
    assertThat(ok("run").out()).contains("nothing new");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rollback | --to=2017 | it keeps no version of run '2017'. The newest are",
        "query | --as-of=2017-01-01 | it keeps no version as old as that. The newest are",
        "tables ddl | --target=spark | whose tables are not folders of files",
        "warehouse sql | --target=redshift | whose tables are not folders of files"
      })
  void refusesWhatThereIsNot(String command, String option, String reason) {
    Ended refused =
        command.equals("query") ? run(command, option, "--sql=SELECT 1") : run(command, option);

    assertThat(refused.code()).isEqualTo(ExitCode.CONFIG);
    assertThat(refused.err()).contains(reason);
  }

  @Test
  void aLakeInParquetIsBuiltAnewBesideItsTables(@TempDir Path folder) throws IOException {
    Feed parquet = new Feed(folder);
    parquet.publishTwoMonths(2, 3);
    Ended refused = parquet.run("history");
    assertThat(refused.code()).isEqualTo(ExitCode.CONFIG);
    assertThat(refused.err()).contains("'sparkify migrate --to iceberg' first");

    Ended migrated = parquet.run("migrate", "--to=iceberg");

    assertThat(migrated.code()).as(migrated.err()).isEqualTo(ExitCode.OK);
    assertThat(migrated.out())
        .contains("done: songplays has 5 rows, as in Parquet")
        .contains("done: the tables in Parquet stay as they are until --remove-old is given")
        .contains("migrate: published to");
    assertThat(parquet.published("songplays")).isEqualTo(5);

    Ended again = parquet.run("migrate", "--to=iceberg", "--remove-old");

    assertThat(again.out())
        .contains("migrate: nothing new;")
        .containsPattern("done: removed the tables in Parquet: [0-9]+ files, [0-9,]+ bytes");
    assertThat(folder.resolve("lake/songplays")).doesNotExist();
    assertThat(parquet.run("query", ICEBERG, "--sql=SELECT count(*) AS n FROM songplays").out())
        .contains("\n5\n");
    assertThat(parquet.run("query", "--sql=SELECT 1 FROM songplays").err())
        .contains("has its tables in Iceberg, not in Parquet. Set sparkify.lake.format to iceberg");
    assertThat(parquet.run("run").code()).isEqualTo(ExitCode.CONFIG);
    assertThat(folder.resolve("lake/songplays")).doesNotExist();
  }

  private static List<Path> logs() throws IOException {
    try (Stream<Path> files = Files.walk(SAMPLE.resolve("log_data"))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void deliver(List<Path> logs) throws IOException {
    for (Path log : logs) {
      Files.copy(log, feed.file("logs").resolve(String.valueOf(log.getFileName())));
    }
  }

  private static String plays(String... options) {
    List<String> all =
        Stream.concat(
                Stream.of("--format=csv", "--sql=SELECT count(*) AS n FROM songplays"),
                Stream.of(options))
            .toList();
    return ok("query", all.toArray(String[]::new)).out().lines().skip(1).findFirst().orElseThrow();
  }

  private static Ended run(String command, String... options) {
    return feed.run(
        command, Stream.concat(Stream.of(options), Stream.of(ICEBERG)).toArray(String[]::new));
  }

  private static Ended ok(String command, String... options) {
    Ended ended = run(command, options);
    assertThat(ended.code()).as(ended.out() + ended.err()).isEqualTo(ExitCode.OK);
    return ended;
  }
}
