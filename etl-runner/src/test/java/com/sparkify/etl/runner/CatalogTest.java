package com.sparkify.etl.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.core.star.StarSchema;
import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.runner.InOneSession.Ended;
import com.sparkify.etl.runner.spark.CatalogNeed;
import com.sparkify.etl.runner.spark.SparkSessions;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables in a persistent catalog: Hive's own over Derby. Each test has a database. */
class CatalogTest {
  private static SparkSession spark = TestSpark.session();
  private static Path catalog = Path.of("");

  private final Feed feed;
  private final Path folder;

  CatalogTest(@TempDir Path folder) {
    this.folder = folder;
    this.feed = new Feed(folder);
  }

  @BeforeAll
  static void openTheCatalog(@TempDir Path emptyFolder) {
    spark.stop();
    catalog = emptyFolder.resolve("catalog");
    spark =
        SparkSessions.open(
            TestSettings.with("sparkify.spark.master=local[1]", "sparkify.catalog.path=" + catalog),
            CatalogNeed.MADE);
  }

  @AfterAll
  static void close() {
    spark.stop();
  }

  @Test
  void aRunKeepsThePartitionsInStepOnceTheTablesAreCreated() throws IOException {
    feed.publishTwoMonths(2, 3);
    assertThat(tables("step", "create").out())
        .contains("step.artists: created\n", "step.songplays: created\n");
    assertThat(plays("step")).containsExactly("[2018,10,2]", "[2018,11,3]");

    feed.write("logs/2018-12-01-events.json", Feed.plays("2018-12-01", 4));
    feed.write("songs/two.json", Feed.song("SO2").replace("\"year\": 0", "\"year\": 1999"));
    ok(run("step"));

    assertThat(plays("step")).containsExactly("[2018,10,2]", "[2018,11,3]", "[2018,12,4]");
    assertThat(partitions("step.songs")).containsExactly("[year=0]", "[year=1999]");
    assertThat(feed.lastReport()).contains("\"catalog\"");

    feed.write("songs/two.json", "");
    ok(run("step", "--allow-shrink"));

    assertThat(partitions("step.songs")).containsExactly("[year=0]");
    assertThat(rows("SELECT song_id FROM step.songs")).containsExactly("[SO1]");
  }

  @Test
  void creatingAgainMakesNothingAndFindsWhatTheCatalogLost() throws IOException {
    feed.publishTwoMonths(1, 1);
    tables("again", "create");
    String before = tables("again", "show").out();
    spark.sql("ALTER TABLE again.time DROP PARTITION (year = 2018, month = 10)");

    String again = tables("again", "create").out();

    assertThat(again.lines()).hasSize(6).allMatch(line -> line.contains("there already"));
    assertThat(tables("again", "show").out()).isEqualTo(before);
    assertThat(partitions("again.time")).hasSize(2);
  }

  @Test
  void everyColumnHasItsMeaning() throws IOException {
    feed.publishTwoMonths(1, 1);
    tables("meaning", "create");

    for (Table table : StarSchema.TABLES) {
      Map<String, String> comments = new TreeMap<>();
      for (Row column : spark.sql("DESCRIBE TABLE meaning." + table.name()).collectAsList()) {
        comments.putIfAbsent(column.getString(0), String.valueOf(column.get(2)));
      }
      for (Field field : table.fields()) {
        assertThat(comments).containsEntry(field.name(), field.doc());
      }
    }
  }

  @Test
  void showsTheCatalogBesideTheLake() throws IOException {
    feed.publishTwoMonths(1, 1);
    spark.sql("CREATE DATABASE shown");
    assertThat(tables("shown", "show").out()).contains("songplays        -           16");
    tables("shown", "create");
    spark.sql("ALTER TABLE shown.time DROP PARTITION (year = 2018, month = 10)");

    String shown = tables("shown", "show").out();

    assertThat(shown.lines().map(line -> line.replaceAll(" +", " ")))
        .contains(
            "table columns of the lake partitions of the lake location",
            "songplays 16 16 2 2 file:" + folder.resolve("lake/songplays"),
            "time 7 7 1 2 file:" + folder.resolve("lake/time"),
            "users 6 6 - - file:" + folder.resolve("lake/users"));
  }

  @Test
  void aTableThatIsAnotherIsNotTouchedAndNoneIsMadeBesideIt() throws IOException {
    feed.publishTwoMonths(1, 1);
    spark.sql("CREATE DATABASE other");
    spark.sql(
        "CREATE TABLE other.users (user_id BIGINT) USING PARQUET LOCATION '%s'"
            .formatted(folder.resolve("lake/users")));

    Ended refused = feed.run("tables create", database("other"));

    assertThat(refused.code()).isEqualTo(ExitCode.CONFIG);
    assertThat(refused.err())
        .contains("'other.users' is another than the lake's: its columns are [user_id bigint]")
        .contains("tables drop --yes");
    assertThat(rows("SHOW TABLES IN other")).containsExactly("[other,users,false]");
  }

  @Test
  void aCatalogThatFailsTakesNothingBackOfARunAndIsNotHidden() throws IOException {
    feed.publishTwoMonths(1, 1);
    tables("fails", "create");
    spark.sql("DROP TABLE fails.time");
    spark.sql(
        "CREATE TABLE fails.time USING PARQUET LOCATION '%s' AS SELECT 1 AS x"
            .formatted(folder.resolve("elsewhere")));
    feed.write("logs/2018-12-01-events.json", Feed.plays("2018-12-01", 4));

    Ended ended = run("fails");

    assertThat(ended.code()).isEqualTo(ExitCode.STORAGE);
    assertThat(ended.out()).contains("run: published to", "warning: The tables are published, but");
    assertThat(ended.err())
        .startsWith("sparkify: The tables are published, but the catalog does not have all")
        .contains("'fails.time'", "elsewhere");
    assertThat(feed.published("time")).isEqualTo(6);
    assertThat(plays("fails")).contains("[2018,12,4]");
    assertThat(feed.lastReport()).contains("\"PUBLISHED\"", "fails.time");
  }

  @Test
  void droppingLeavesEveryFile() throws IOException {
    feed.publishTwoMonths(1, 1);
    tables("dropped", "create");
    Map<String, BigInteger> before = files();

    assertThat(feed.run("tables drop", database("dropped")).code()).isEqualTo(ExitCode.CONFIG);
    assertThat(rows("SHOW TABLES IN dropped")).hasSize(6);
    String dropped = tables("dropped", "drop", "--yes").out();

    assertThat(dropped.lines()).hasSize(6).allMatch(line -> line.contains("its files stay"));
    assertThat(rows("SHOW TABLES IN dropped")).isEmpty();
    assertThat(files()).isEqualTo(before);
    assertThat(tables("dropped", "drop", "--yes").out()).contains("dropped.time: was not there");
    ok(run("dropped"));
    assertThat(rows("SHOW TABLES IN dropped")).isEmpty();
  }

  @Test
  void aTableWhoseFilesWouldGoWithItIsNotDropped() throws IOException {
    feed.publishTwoMonths(1, 1);
    spark.sql("CREATE DATABASE managed");
    spark.sql("CREATE TABLE managed.users USING PARQUET AS SELECT 1 AS user_id");

    Ended refused = feed.run("tables drop", database("managed"), "--yes");

    assertThat(refused.code()).isEqualTo(ExitCode.CONFIG);
    assertThat(refused.err()).contains("'managed.users' is no external table");
    assertThat(rows("SELECT * FROM managed.users")).containsExactly("[1]");
  }

  @Test
  void namesNoTablesOfALakeWithoutAny() {
    Ended ended = feed.run("tables create", database("early"));

    assertThat(ended.code()).isEqualTo(ExitCode.CONFIG);
    assertThat(ended.err()).contains("Nothing is published in the lake", "sparkify run");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void nothingLiesBesideTheCatalogsFolder() throws IOException {
    feed.publishTwoMonths(1, 1);
    tables("tidy", "create");

    assertThat(catalog.resolve("metastore")).isDirectory();
    assertThat(Stream.of("metastore_db", "derby.log", "spark-warehouse").map(Path::of))
        .allSatisfy(stray -> assertThat(stray).doesNotExist());
  }

  private Ended tables(String database, String command, String... options) {
    return ok(
        feed.run(
            "tables " + command,
            Stream.concat(Stream.of(database(database)), Stream.of(options))
                .toArray(String[]::new)));
  }

  private Ended run(String database, String... options) {
    return feed.run(
        "run",
        Stream.concat(Stream.of(database(database)), Stream.of(options)).toArray(String[]::new));
  }

  private static Ended ok(Ended ended) {
    assertThat(ended.code()).as(ended.err()).isEqualTo(ExitCode.OK);
    return ended;
  }

  private static String database(String name) {
    return "--set=sparkify.catalog.database=" + name;
  }

  private static List<String> plays(String database) {
    return rows(
        "SELECT year, month, count(*) FROM %s.songplays GROUP BY ALL ORDER BY ALL"
            .formatted(database));
  }

  private static List<String> partitions(String table) {
    return rows("SHOW PARTITIONS " + table);
  }

  private static List<String> rows(String sql) {
    return spark.sql(sql).collectAsList().stream().map(Row::toString).toList();
  }

  /** What each file of the lake holds, but for the reports of runs. */
  private Map<String, BigInteger> files() throws IOException {
    Map<String, BigInteger> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(feed.file("lake"))) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(file.toString(), new BigInteger(1, Files.readAllBytes(file)));
      }
    }
    return files;
  }
}
