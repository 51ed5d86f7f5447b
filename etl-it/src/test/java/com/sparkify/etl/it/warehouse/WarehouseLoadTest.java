package com.sparkify.etl.it.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.star.StarSchema;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.io.warehouse.Warehouse;
import com.sparkify.etl.io.warehouse.Warehouses;
import com.sparkify.etl.it.ConsumersPage;
import com.sparkify.etl.it.Sparkify;
import com.sparkify.etl.it.Sparkify.Ended;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code warehouse load} into a real PostgreSQL: the first load, and those that follow. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WarehouseLoadTest {
  private static final Path SAMPLE_ANSWERS = Sparkify.project().resolve("docs/sample-answers.json");

  private static Postgres postgres = Postgres.start();
  private static LoadedWarehouse warehouse = new LoadedWarehouse(Path.of(""), postgres);

  @BeforeAll
  static void loadNovember(@TempDir Path folder) {
    warehouse = new LoadedWarehouse(folder.resolve("lake"), postgres);
    warehouse.publish("2018/11");
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  @Test
  @Order(1)
  void needsSomethingThatIsStaged() {
    Ended ended = warehouse.load("--insert-dw");

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err()).contains("Nothing is staged for the schema 'sparkify'; run 'ware");
  }

  @Test
  @Order(2)
  void holdsTheRowsOfTheLake() throws SQLException {
    Ended ended = warehouse.load();

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("schema 'sparkify' holds the rows of run '", "(the first lo");
    requireRowsOfTheLake();
  }

  @Test
  @Order(3)
  void isReadAsTheConsumersPageSays() throws SQLException {
    try (Connection connection = postgres.connect();
        Statement session = connection.createStatement()) {
      List<String> statements = ConsumersPage.statements("PostgreSQL and Metabase");
      for (String statement : statements.subList(0, statements.size() - 1)) {
        session.execute(statement);
      }
      session.execute("SET ROLE analyst");

      assertThat(Postgres.rows(session, statements.get(statements.size() - 1)))
          .isEqualTo(
              postgres.rows(
                  "SELECT level, count(*) FROM sparkify.songplays GROUP BY level ORDER BY 2 DESC"))
          .hasSize(2);
    }
  }

  @Test
  @Order(3)
  void changesNothingTheSecondTime() throws SQLException {
    List<String> versions = rowVersions();

    Ended ended = warehouse.load();

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("(as before)");
    assertThat(rowVersions()).isEqualTo(versions);
    assertThat(postgres.rows("SELECT count(*), count(DISTINCT run_id) FROM sparkify.loads"))
        .containsExactly("2|1");
  }

  @Test
  @Order(4)
  void hasTheForeignKeysOfTheStar() throws SQLException {
    assertThat(
            postgres.rows(
                """
                SELECT c.conrelid::regclass || '.' || a.attname || ' ' || c.confrelid::regclass
                FROM pg_constraint c
                JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
                WHERE c.contype = 'f' AND c.convalidated
                """))
        .containsExactlyInAnyOrder(
            "sparkify.songs.artist_id sparkify.artists",
            "sparkify.user_levels.user_id sparkify.users",
            "sparkify.songplays.user_id sparkify.users",
            "sparkify.songplays.song_id sparkify.songs",
            "sparkify.songplays.artist_id sparkify.artists",
            "sparkify.songplays.start_time sparkify.\"time\"");
  }

  /** Before the first row of the fact, when dimensions are written; after all rows are. */
  @Test
  @Order(5)
  void keepsTheOldStarWhenALoadIsKilled() throws Exception {
    List<String> old = warehouse.version();
    warehouse.publish("2018/12");
    try (Blocked blocked = Blocked.at(postgres, "sparkify_staging.songplays IN SHARE MODE")) {
      blocked.kill(warehouse.start());
    }
    assertThat(warehouse.load("--insert-dw").ok().out()).contains("(as before)");
    assertThat(warehouse.version()).isEqualTo(old);

    warehouse.load("--load-stg").ok();
    for (String lock :
        List.of("sparkify.songplays IN SHARE MODE", "sparkify.loads IN SHARE ROW EXCLUSIVE MODE")) {
      try (Blocked blocked = Blocked.at(postgres, lock)) {
        blocked.kill(warehouse.start("--insert-dw"));
      }
      assertThat(warehouse.version()).as(lock).isEqualTo(old);
    }

    warehouse.load("--insert-dw").ok();
    assertThat(warehouse.version()).isNotEqualTo(old);
    requireRowsOfTheLake();
  }

  @Test
  @Order(6)
  void givesTheAnswersOfTheLake() throws Exception {
    warehouse.publish("2018/12");
    warehouse.load().ok();

    assertThat(new PostgresAnswers(postgres).otherThan(SAMPLE_ANSWERS))
        .containsExactlyInAnyOrderEntriesOf(PostgresAnswers.KNOWN);
  }

  /** Rows come, go and change while somebody reads. */
  @Test
  @Order(7)
  void readersSeeTheOldStarOrTheNewOne(@TempDir Path folder) throws Exception {
    LoadedWarehouse other = new LoadedWarehouse(folder.resolve("lake"), postgres);
    other.publish("2018/12");
    Set<String> versions = new HashSet<>(warehouse.version());
    try (LoopingReader reader = new LoopingReader(postgres)) {
      for (LoadedWarehouse each : List.of(other, warehouse, other, warehouse)) {
        each.load().ok();
        versions.addAll(each.version());
      }
      assertThat(reader.reads()).isGreaterThan(10);
      assertThat(versions).hasSize(2);
      assertThat(reader.seen()).containsExactlyInAnyOrderElementsOf(versions);
    }
    requireRowsOfTheLake();
  }

  @Test
  @Order(8)
  void changesNothingWhereTheRowsBreakAKey() throws SQLException {
    List<String> old = warehouse.version();
    warehouse.load("--load-stg").ok();
    postgres.run(
        "DELETE FROM sparkify_staging.users WHERE user_id IN (SELECT min(user_id) FROM sparkify.songplays)");

    Ended ended = warehouse.load("--insert-dw");

    assertThat(ended.exitCode()).isEqualTo(4);
    assertThat(ended.err()).contains("violates foreign key constraint", "Nothing was changed");
    assertThat(warehouse.version()).isEqualTo(old);
  }

  @Test
  @Order(9)
  void changesNothingWhereRowsAreMissing() throws SQLException {
    List<String> old = warehouse.version();
    warehouse.load("--load-stg").ok();
    postgres.run(
        "DELETE FROM sparkify_staging.songplays WHERE user_id IN (SELECT min(user_id) FROM sparkify.songplays)");

    Ended ended = warehouse.load("--insert-dw");

    assertThat(ended.exitCode()).isEqualTo(4);
    assertThat(ended.err()).contains("Table 'songplays' would hold ", " where run '");
    assertThat(warehouse.version()).isEqualTo(old);
    warehouse.load().ok();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jdbc:postgresql://localhost:1/x | 5 | Connection to localhost:1 refused",
        "jdbc:postgresql://localhost/x?password=hush | 2 | a credential is never a setting",
        "jdbc:mysql://localhost/x | 2 | expected the address of a PostgreSQL",
      })
  @Order(10)
  void saysWhatIsWrongWithTheUrl(String url, int exitCode, String expected) {
    Ended ended = warehouse.sparkify("warehouse", "load", "--insert-dw", "--url=" + url);

    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(exitCode);
    assertThat(ended.err()).contains(expected).doesNotContain("hush");
  }

  /** The server of the tests believes everybody, but not in a role that nobody has. */
  @Test
  @Order(11)
  void takesTheUserOfTheEnvironmentAndShowsNoPassword() {
    Warehouse unknown =
        Warehouses.postgres(
            postgres.url().replaceFirst("[?].*", ""),
            "sparkify",
            Map.of("PGUSER", "nobody", "PGPASSWORD", "hush"));

    assertThatThrownBy(unknown::insertStar)
        .isInstanceOf(EtlException.class)
        .hasMessageContaining("role \"nobody\" does not exist")
        .hasMessageContaining("Give user and password in PGUSER and PGPASSWORD")
        .message()
        .doesNotContain("hush");
  }

  private static void requireRowsOfTheLake() throws SQLException {
    for (Table table : StarSchema.TABLES) {
      assertThat(warehouse.inPostgres(table))
          .as(table.name())
          .isNotEmpty()
          .containsExactlyInAnyOrderElementsOf(warehouse.inLake(table));
    }
  }

  /** The transactions that wrote the rows which are there. */
  private static List<String> rowVersions() throws SQLException {
    return postgres.rows("SELECT DISTINCT xmin::text FROM sparkify.songplays");
  }
}
