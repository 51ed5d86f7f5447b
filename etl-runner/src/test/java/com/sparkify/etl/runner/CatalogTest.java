package com.sparkify.etl.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.core.star.StarSchema;
import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.runner.InThisJvm.Ended;
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

/**
 * The tables in a persistent catalog: Hive's own over Derby. Tests that change a lake have one of
 * their own, with a database of its own; the others share one.
 */
class CatalogTest {
  private static SparkSession spark = TestSpark.session();
  private static Path catalog = Path.of("");
  private static Feed shared = new Feed(Path.of(""));
  private static List<String> straysOfOthers = List.of();

  private final Feed feed;
  private final Path folder;

  CatalogTest(@TempDir Path folder) {
    this.folder = folder;
    this.feed = new Feed(folder);
  }

  @BeforeAll
  static void createTheTablesOfALake(@TempDir Path emptyFolder) throws IOException {
    spark.stop();
    straysOfOthers = strays();
    catalog = emptyFolder.resolve("catalog");
    spark =
        SparkSessions.openWithCatalog(
            TestSettings.with(
                "sparkify.spark.master=local[1]", "sparkify.catalog.path=" + catalog));
    shared = new Feed(emptyFolder);
    shared.publishTwoMonths(1, 1);
    assertThat(tables(shared, "shared", "create").out())
        .contains("shared.artists: created\n", "shared.songplays: created\n");
  }

  @AfterAll
  static void close() {
    spark.stop();
  }

  @Test
  void aRunKeepsThePartitionsInStepOnceTheTablesAreCreated() throws IOException {
    feed.publishTwoMonths(2, 3);
    assertThat(tables(feed, "step", "create").out())
        .contains("step.artists: created\n", "step.songplays: created\n");
    assertThat(plays("step")).containsExactly("[2018,10,2]", "[2018,11,3]");

    feed.write("logs/2018-12-01-events.json", Feed.plays("2018-12-01", 4));
    feed.write("songs/two.json", Feed.song("SO2").replace("\"year\": 0", "\"year\": 1999"));
    ok(run(feed, "step"));

    assertThat(plays("step")).containsExactly("[2018,10,2]", "[2018,11,3]", "[2018,12,4]");
    assertThat(partitions("step.songs")).containsExactly("[year=0]", "[year=1999]");
    assertThat(feed.lastReport()).contains("\"catalog\"");

    feed.write("songs/two.json", "");
    ok(run(feed, "step", "--allow-shrink"));

    assertThat(partitions("step.songs")).containsExactly("[year=0]");
    assertThat(rows("SELECT song_id FROM step.songs")).containsExactly("[SO1]");
  }

  @Test
  void creatingAgainMakesNothingAndFindsWhatTheCatalogLost() {
    String before = tables(shared, "shared", "show").out();
    spark.sql("ALTER TABLE shared.time DROP PARTITION (year = 2018, month = 10)");
    String between = tables(shared, "shared", "show").out();

    String again = tables(shared, "shared", "create").out();

    assertThat(again.lines()).hasSize(6).allMatch(line -> line.contains("there already"));
    assertThat(between).isNotEqualTo(before);
    assertThat(tables(shared, "shared", "show").out()).isEqualTo(before);
    assertThat(partitions("shared.time")).hasSize(2);
  }

  @Test
  void showsTheCatalogBesideTheLake() {
    spark.sql("CREATE DATABASE nothing");
    Path lake = shared.file("lake");

    assertThat(shown("shared"))
        .contains(
            "table columns of the lake partitions of the lake location",
            "songplays 16 16 2 2 file:" + lake.resolve("songplays"),
            "users 6 6 - - file:" + lake.resolve("users"));
    assertThat(shown("nothing"))
        .contains("songplays - 16 - 2 not in the catalog", "users - 6 - - not in the catalog");
  }

  @Test
  void everyColumnHasItsMeaning() {
    for (Table table : StarSchema.TABLES) {
      Map<String, String> comments = new TreeMap<>();
      for (Row column : spark.sql("DESCRIBE TABLE shared." + table.name()).collectAsList()) {
        comments.putIfAbsent(column.getString(0), String.valueOf(column.get(2)));
      }
      for (Field field : table.fields()) {
        assertThat(comments).containsEntry(field.name(), field.doc());
      }
    }
  }

  @Test
  void aTableThatIsAnotherIsNotTouchedAndNoneIsMadeBesideIt() {
    spark.sql("CREATE DATABASE other");
    spark.sql(
        "CREATE TABLE other.users (user_id BIGINT) USING PARQUET LOCATION '%s'"
            .formatted(shared.file("lake/users")));

    Ended refused = shared.run("tables create", database("other"));

    assertThat(refused.code()).isEqualTo(ExitCode.CONFIG);
    assertThat(refused.err())
        .contains("'other.users' is another than the lake's: its columns are [user_id bigint]")
        .contains("tables drop --yes");
    assertThat(rows("SHOW TABLES IN other")).containsExactly("[other,users,false]");
  }

  @Test
  void aCatalogThatFailsTakesNothingBackOfARunAndIsNotHidden() throws IOException {
    spark.sql("CREATE DATABASE fails");
    spark.sql(
        "CREATE TABLE fails.artists USING PARQUET LOCATION '%s' AS SELECT 1 AS x"
            .formatted(folder.resolve("elsewhere")));
    spark.sql(
        "CREATE TABLE fails.time LIKE shared.time LOCATION '%s'"
            .formatted(shared.file("lake/time")));

    Ended ended = run(shared, "fails", "--full");

    assertThat(ended.code()).isEqualTo(ExitCode.STORAGE);
    assertThat(ended.out()).contains("run: published to", "warning: The tables are published, but");
    assertThat(ended.err())
        .startsWith("sparkify: The tables are published, but the catalog does not have all")
        .contains("'fails.artists'", "elsewhere");
    assertThat(shared.lastReport()).contains("\"PUBLISHED\"", "fails.artists");
    assertThat(partitions("fails.time")).hasSize(2);
  }

  @Test
  void droppingLeavesEveryFile() throws IOException {
    tables(shared, "dropped", "create");
    Map<String, BigInteger> before = files();

    assertThat(shared.run("tables drop", database("dropped")).code()).isEqualTo(ExitCode.CONFIG);
    assertThat(rows("SHOW TABLES IN dropped")).hasSize(6);
    String dropped = tables(shared, "dropped", "drop", "--yes").out();

    assertThat(dropped.lines()).hasSize(6).allMatch(line -> line.contains("its files stay"));
    assertThat(rows("SHOW TABLES IN dropped")).isEmpty();
    assertThat(files()).isEqualTo(before);
    assertThat(tables(shared, "dropped", "drop", "--yes").out())
        .contains("dropped.time: was not there");
    ok(run(shared, "dropped"));
    assertThat(rows("SHOW TABLES IN dropped")).isEmpty();
  }

  @Test
  void aTableWhoseFilesWouldGoWithItIsNotDropped() {
    spark.sql("CREATE DATABASE managed");
    spark.sql("CREATE TABLE managed.users USING PARQUET AS SELECT 1 AS user_id");

    Ended refused = shared.run("tables drop", database("managed"), "--yes");

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
  void nothingLiesBesideTheCatalogsFolder() {
    assertThat(catalog.resolve("metastore")).isDirectory();
    assertThat(strays()).isEqualTo(straysOfOthers);
  }

  /** What Hive, Derby and Spark leave in the working folder if nobody tells them otherwise. */
  private static List<String> strays() {
    return Stream.of("metastore_db", "derby.log", "spark-warehouse")
        .filter(name -> Files.exists(Path.of(name)))
        .toList();
  }

  private static Ended tables(Feed feed, String database, String command, String... options) {
    return ok(
        feed.run(
            "tables " + command,
            Stream.concat(Stream.of(database(database)), Stream.of(options))
                .toArray(String[]::new)));
  }

  private static Ended run(Feed feed, String database, String... options) {
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

  private static List<String> shown(String database) {
    return tables(shared, database, "show")
        .out()
        .lines()
        .map(line -> line.replaceAll(" +", " "))
        .toList();
  }

  private static List<String> partitions(String table) {
    return rows("SHOW PARTITIONS " + table);
  }

  private static List<String> rows(String sql) {
    return spark.sql(sql).collectAsList().stream().map(Row::toString).toList();
  }

  /** What each file of the shared lake holds. */
  private static Map<String, BigInteger> files() throws IOException {
    Map<String, BigInteger> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(shared.file("lake"))) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(file.toString(), new BigInteger(1, Files.readAllBytes(file)));
      }
    }
    return files;
  }
}
