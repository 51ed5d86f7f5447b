package com.sparkify.etl.it.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.it.Sparkify;
import com.sparkify.etl.it.bench.LakeRows.Side;
import com.sparkify.etl.it.kills.Folders;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LakeRowsTest {
  private static final long ALL_ARE_LARGE = 0;
  private static final long ALL_ARE_SMALL = 1_000_000;

  @TempDir private static Path folder = Path.of("");

  @BeforeAll
  static void makeALake() throws IOException, SQLException {
    Path sample = Sparkify.project().resolve("etl-runner/sample");
    DuckDbScript.write(Sources.in(sample), folder.resolve("lake"), List.of("year"));
  }

  @ParameterizedTest
  @ValueSource(longs = {ALL_ARE_LARGE, ALL_ARE_SMALL})
  void equalLakesDoNotDiffer(long rowsOfASmallTable) throws SQLException {
    Path copy = copied("SELECT * FROM users ORDER BY user_id DESC", rowsOfASmallTable);

    assertThat(differences(copy, rowsOfASmallTable)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {ALL_ARE_LARGE, ALL_ARE_SMALL})
  void aChangedRowIsShownOfBothSides(long rowsOfASmallTable) throws SQLException {
    Path copy =
        copied(
            "SELECT * REPLACE (CASE WHEN user_id = (SELECT min(user_id) FROM users) THEN 'Changed'"
                + " ELSE first_name END AS first_name) FROM users",
            rowsOfASmallTable);

    assertThat(differences(copy, rowsOfASmallTable))
        .singleElement()
        .asString()
        .contains("Table 'users'", "only of this:", "only of that:")
        .containsOnlyOnce("Changed");
  }

  @ParameterizedTest
  @ValueSource(longs = {ALL_ARE_LARGE, ALL_ARE_SMALL})
  void aRowThatIsThereTwiceIsShown(long rowsOfASmallTable) throws SQLException {
    Path copy =
        copied("(FROM users) UNION ALL (FROM users ORDER BY user_id LIMIT 1)", rowsOfASmallTable);

    assertThat(differences(copy, rowsOfASmallTable))
        .singleElement()
        .asString()
        .contains("only of that:")
        .doesNotContain("only of this:");
  }

  private static List<String> differences(Path copy, long rowsOfASmallTable) throws SQLException {
    try (LakeRows rows = LakeRows.comparing(rowsOfASmallTable)) {
      return rows.differences(new Side("this", folder.resolve("lake")), new Side("that", copy));
    }
  }

  /** A copy of the lake with other users. */
  private static Path copied(String users, long number) throws SQLException {
    Path copy = folder.resolve("copy-%d-%d".formatted(users.hashCode(), number));
    Folders.copy(folder.resolve("lake"), copy);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      String file = "users/users.parquet";
      statement.execute(
          "CREATE TABLE users AS FROM '%s'".formatted(folder.resolve("lake").resolve(file)));
      statement.execute("COPY (%s) TO '%s'".formatted(users, copy.resolve(file)));
    }
    return copy;
  }
}
