package com.sparkify.etl.it.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.core.star.StarSchema;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.it.Sparkify.Ended;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** {@code warehouse load} into a real PostgreSQL: the first load, and those that follow. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WarehouseLoadTest {
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
  void changesNothingTheSecondTime() throws SQLException {
    List<String> versions = rowVersions();

    Ended ended = warehouse.load();

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("(as before)");
    assertThat(rowVersions()).isEqualTo(versions);
    assertThat(postgres.rows("SELECT count(*), count(DISTINCT run_id) FROM sparkify.loads"))
        .containsExactly("2|1");
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
