package com.sparkify.etl.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sparkify.etl.core.analytics.Question;
import com.sparkify.etl.core.analytics.Questions;
import com.sparkify.etl.io.fixture.Spark;
import com.sparkify.etl.it.Sparkify.Ended;
import com.sparkify.etl.it.s3.Bucket;
import com.sparkify.etl.it.s3.S3;
import com.sparkify.etl.it.s3.S3Session;
import com.sparkify.etl.it.s3.SparkifyOnS3;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The main job on the public files: 71 songs and November 2018. Expected numbers are those that
 * independent computations agree on.
 */
@ExtendWith(S3.class)
class PublicDataTest {
  private static final Path DATA = Sparkify.project().resolveSibling("shared/data");
  private static final String EVERY_ROW = "SELECT * FROM songplays ORDER BY songplay_id";

  private static Path folder = Path.of("");
  private static Ended first = new Ended(-1, "", "");

  @BeforeAll
  static void runTheJob(@TempDir Path emptyFolder) {
    assumeTrue(
        Files.isDirectory(DATA),
        "skipped: the public files are not beside the project, in ../shared/data");
    folder = emptyFolder;
    first = Sparkify.withJavaOptions().in(folder, arguments("lake"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "songplays; 6820",
        "users; 97",
        "users WHERE level = 'free'; 75",
        "users WHERE level = 'paid'; 22",
        "songs; 71",
        "artists; 69",
        "time; 6813",
        "songplays WHERE song_id IS NOT NULL; 1",
        "songplays WHERE level = 'paid'; 5591",
        "songplays WHERE level = 'free'; 1229",
        "songplays WHERE extract(hour FROM start_time) = 16; 542",
        "songplays WHERE extract(hour FROM start_time) = 18; 498",
        "songplays WHERE extract(hour FROM start_time) = 17; 494",
        "songplays WHERE user_id = 49; 689",
        "songplays WHERE user_id = 80; 665",
        "songplays WHERE user_id = 97; 557",
        "songplays WHERE location = 'San Francisco-Oakland-Hayward, CA'; 691",
        "songplays WHERE year = 2018 AND month = 11; 6820"
      })
  void hasTheKnownNumberOfRows(String rows, long expected) {
    assertThat(lake().value("SELECT count(*) FROM " + rows)).isEqualTo(Long.toString(expected));
  }

  @Test
  void matchesTheOnePlayOfASongOfTheCatalogue() {
    assertThat(
            lake()
                .value(
                    "SELECT heard_title, heard_artist, user_id, epoch_ms(start_time), match"
                        + " FROM songplays WHERE song_id IS NOT NULL"))
        .isEqualTo("Setanta matins|Elena|15|1542837407796|exact");
  }

  @Test
  void answersTheQuestionsAsDuckDbDoes() throws IOException {
    assertThat(new AskedLake(folder.resolve("lake")).differences()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "key-figures; 1; 6820|96|22|776|467.99|0.01",
        "plays-by-level; 1; paid|5591|22|81.98",
        "plays-by-level; 2; free|1229|82|18.02",
        "plays-by-hour; 17; 16|542|45",
        "plays-by-hour; 18; 17|494|38",
        "plays-by-hour; 19; 18|498|33",
        "top-users; 1; 49|689|42|553|paid",
        "top-users; 2; 80|665|33|535|paid",
        "top-users; 3; 97|557|16|449|paid",
        "top-locations; 1; San Francisco-Oakland-Hayward, CA|691|2",
        "conversion-funnel; 1; signed in|97",
        "top-catalogue-songs; 1; Setanta matins|1|Elena|0|SOZCTXZ12AB0182364"
      })
  void hasTheKnownAnswers(String name, int row, String expected) {
    Question question =
        Questions.all().stream().filter(q -> q.name().equals(name)).findFirst().orElseThrow();

    assertThat(lake().rows(question.sql()).get(row - 1)).isEqualTo(expected);
  }

  @Test
  void reportsWhatItRead() {
    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(first.out())
        .containsPattern("songs +71 +71 +71 +71 +0\n")
        .containsPattern("events +30 +30 +8,056 +8,056 +0\n")
        .contains("6,820; 1 matched")
        .contains("text repaired in 326");
  }

  @Test
  void theSecondRunReadsNothingAndChangesNoRow() {
    List<String> before = lake().rows(EVERY_ROW);

    Ended second =
        Program.inThisJvm(Spark.session())
            .run(List.of(arguments(folder.resolve("lake").toString())));

    assertThat(second.exitCode()).as(second.err()).isZero();
    assertThat(second.out()).containsPattern("events +30 +0 +0 +0 +0\n").contains("nothing new");
    assertThat(lake().rows(EVERY_ROW)).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({"Asia/Kathmandu, 1", "America/St_Johns, 7"})
  void givesTheSameRowsInAnyTimeZoneAndWithAnyPartitions(String zone, int partitions) {
    Sparkify elsewhere = Sparkify.withJavaOptions("-Duser.timezone=" + zone);
    String lake = "lake-of-" + partitions;

    Ended run =
        elsewhere.in(
            folder,
            arguments(
                lake, "--set", "sparkify.spark.conf.spark.sql.shuffle.partitions=" + partitions));

    assertThat(run.exitCode()).as(run.err()).isZero();
    for (String table : DuckDb.TABLES) {
      String everyRow = "SELECT * FROM %s ORDER BY ALL".formatted(table);
      assertThat(new DuckDb(folder.resolve(lake)).rows(everyRow))
          .as(table)
          .isEqualTo(lake().rows(everyRow));
    }
  }

  @Test
  void aQueryPrintsTheSameInAnyTimeZone() {
    String[] query = {"query", "--format=csv", "--lake=lake", "--sql", EVERY_ROW};
    Sparkify elsewhere = Sparkify.withJavaOptions("-Duser.timezone=America/St_Johns");

    assertThat(elsewhere.in(folder, query).out())
        .isEqualTo(Sparkify.withJavaOptions().in(folder, query).out())
        .hasLineCount(6_821);
  }

  @Test
  void givesTheSameRowsOnS3(Bucket bucket, @TempDir Path copy) {
    bucket.putFolder(SparkifyOnS3.SONGS, DATA.resolve("song_data"));
    bucket.putFolder(SparkifyOnS3.EVENTS, DATA.resolve("log_data"));

    Program here = Program.inThisJvm(S3Session.on(bucket));

    Ended run = here.run(SparkifyOnS3.ownerOf(bucket).runArguments());

    assertThat(run.exitCode()).as(run.err()).isZero();
    bucket.copyFolder(SparkifyOnS3.LAKE, copy);
    for (String table : DuckDb.TABLES) {
      String everyRow = "SELECT * FROM %s ORDER BY ALL".formatted(table);
      assertThat(new DuckDb(copy).rows(everyRow)).as(table).isEqualTo(lake().rows(everyRow));
    }
  }

  private static String[] arguments(String lake, String... more) {
    String[] fixed = {
      "run",
      "--songs=" + DATA.resolve("song_data"),
      "--events=" + DATA.resolve("log_data"),
      "--lake=" + lake
    };
    return with(fixed, more);
  }

  private static String[] with(String[] some, String... more) {
    return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
  }

  private static DuckDb lake() {
    return new DuckDb(folder.resolve("lake"));
  }
}
