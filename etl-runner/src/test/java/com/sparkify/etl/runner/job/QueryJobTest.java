package com.sparkify.etl.runner.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.core.star.Users;
import com.sparkify.etl.io.lake.Lake;
import com.sparkify.etl.runner.TestSettings;
import com.sparkify.etl.runner.TestSpark;
import com.sparkify.etl.runner.output.OutputFormat;
import com.sparkify.etl.runner.output.Streams;
import com.sparkify.etl.runner.spark.LateSpark;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryJobTest {
  private final SparkSession spark = TestSpark.session();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  /** A lake in which only users are published. */
  private final Lake onlyUsers =
      new ReadOnlyLake(
          table -> {
            if (table.equals(Users.TABLE)) {
              return spark.createDataFrame(
                  List.of(RowFactory.create(10L, "Ann", "B", "F", "paid", null)), table.schema());
            }
            throw new EtlException(Kind.CONFIG, "never published");
          });

  @AfterEach
  void dropTheView() {
    spark.catalog().dropTempView("users");
  }

  @Test
  void answersAQuestionAboutAPublishedTable() {
    query(onlyUsers, "SELECT user_id, level FROM users");

    assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("user_id,level\r\n10,paid\r\n");
  }

  @Test
  void namesTheTablesThatAreNotPublished() {
    EtlException failure = failure("SELECT * FROM songplays");

    assertThat(failure.kind()).isEqualTo(Kind.CONFIG);
    assertThat(failure)
        .hasMessageContaining("songplays")
        .hasMessageContaining(
            "Not published yet, so not to be queried: artists, songs, user_levels, time, songplays");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELEC 1 | (line 1, position 0): [PARSE_SYNTAX_ERROR] Syntax error at or near 'SELEC'.",
        "SELECT nothing FROM users | [UNRESOLVED_COLUMN.WITH_SUGGESTION]",
        "SELECT 1 / 0 | [DIVIDE_BY_ZERO]",
        "SELECT CAST(level AS INT) FROM users | [CAST_INVALID_INPUT]",
        "SELECT user_id / (user_id - 10) FROM users | [DIVIDE_BY_ZERO]"
      })
  void saysShortlyWhatIsWrongWithTheSql(String sql, String expected) {
    EtlException failure = failure(sql);

    assertThat(failure.kind()).isEqualTo(Kind.CONFIG);
    assertThat(failure)
        .hasMessageStartingWith("The query cannot be answered")
        .hasMessageContaining(expected);
    assertThat(failure.getMessage()).doesNotContain("\n").doesNotContain("SQLSTATE");
  }

  @Test
  void hidesNoFailureOfTheStorage() {
    Lake broken =
        new ReadOnlyLake(
            table -> {
              throw new EtlException(Kind.STORAGE, "no access");
            });

    assertThatThrownBy(() -> query(broken, "SELECT 1")).hasMessage("no access");
  }

  private EtlException failure(String sql) {
    return catchThrowableOfType(EtlException.class, () -> query(onlyUsers, sql));
  }

  private void query(Lake lake, String sql) {
    new QueryJob(
            new PublishedSql(
                new LateSpark(() -> spark), new KeptVersions(lake, TestSettings.with().lake())),
            new Streams(out, out),
            phase -> {})
        .run(sql, Optional.empty(), OutputFormat.CSV);
  }
}
