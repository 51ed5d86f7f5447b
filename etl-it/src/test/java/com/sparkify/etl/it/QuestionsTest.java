package com.sparkify.etl.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.core.analytics.Question;
import com.sparkify.etl.core.analytics.Questions;
import com.sparkify.etl.io.fixture.Spark;
import com.sparkify.etl.it.Sparkify.Ended;
import com.sparkify.etl.runner.output.AnswerSheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The project's questions on the sample that it ships. */
class QuestionsTest {
  private static final Path SAMPLE = Sparkify.project().resolve("etl-runner/sample");
  private static final Path ANSWERS = Sparkify.project().resolve("docs/sample-answers.json");
  private static final List<String> NUMBERS = List.of("INTEGER", "BIGINT", "HUGEINT", "DOUBLE");

  private static AskedLake sample = new AskedLake(Path.of(""));

  @BeforeAll
  static void publishTheSample(@TempDir Path folder) {
    sample = new AskedLake(folder.resolve("lake"));
    Program.inThisJvm(Spark.session())
        .run(
            List.of(
                "run",
                "--songs=" + SAMPLE.resolve("song_data"),
                "--events=" + SAMPLE.resolve("log_data"),
                "--lake=" + sample.lake()))
        .ok();
  }

  static List<Question> questions() {
    return Questions.all();
  }

  @Test
  void haveTheDocumentedAnswers() throws IOException {
    assertThat(sample.bySparkify()).isEqualTo(Files.readString(ANSWERS));
  }

  @Test
  void areAnsweredAlikeByDuckDb() throws IOException {
    assertThat(sample.byDuckDb()).isEqualTo(AnswerSheet.read(Files.readString(ANSWERS)));
  }

  /** Its first columns are what the chart draws: the last of them is a number, the others tell. */
  @ParameterizedTest
  @MethodSource("questions")
  void haveTheColumnsThatTheirChartDraws(Question question) {
    List<List<String>> columns =
        sample.byDuckDb("DESCRIBE " + question.sql()).stream()
            .map(row -> List.of(row.split("\\|", -1)))
            .toList();
    List<String> types = columns.stream().map(column -> column.get(1)).toList();
    int drawn = question.chart().columns();

    assertThat(types).hasSizeGreaterThanOrEqualTo(drawn);
    switch (question.chart()) {
      case FIGURES -> {
        assertThat(types).isSubsetOf(NUMBERS);
        assertThat(sample.byDuckDb(question.sql())).hasSize(1);
      }
      case TABLE -> assertThat(columns).extracting(column -> column.get(0)).doesNotHaveDuplicates();
      case RANKING -> assertThat(types.get(drawn - 1)).isIn(NUMBERS);
      case BARS, LINE, STACKED, SHARES, HEAT_MAP, FUNNEL -> {
        assertThat(types.get(drawn - 1)).isIn(NUMBERS);
        assertThat(repeated(columns.subList(0, drawn - 1), question)).containsExactly("0");
      }
    }
  }

  @Test
  void haveWhatTheConsumersPageTellsDuckDb() throws SQLException {
    List<String> statements =
        ConsumersPage.statements("DuckDB").stream()
            .map(statement -> statement.replace("'lake/", "'%s/".formatted(sample.lake())))
            .toList();

    assertThat(DuckDb.last(statements))
        .isEqualTo(
            new DuckDb(sample.lake())
                .rows("SELECT level, count(*) FROM songplays GROUP BY level ORDER BY 2 DESC"))
        .hasSize(2);
  }

  @Test
  void areListedWithoutALake() {
    Ended list = sample.query("--list");

    assertThat(list.exitCode()).as(list.err()).isZero();
    assertThat(list.out())
        .contains(questions().stream().map(Question::name).toList())
        .containsPattern("top-songs +Top songs\n");
  }

  @Test
  void areAnsweredOneByOne() {
    assertThat(sample.query("plays-by-level").out())
        .startsWith("Plays by level\nSongs started on the free and on the paid plan")
        .containsPattern("\npaid +[0-9]+ +[0-9]+ +[0-9.]+\n")
        .endsWith("(2 rows)\n");
    assertThat(sample.query("plays-by-level", "--format=csv").out())
        .startsWith("level,plays,listeners,percent\r\npaid,");
  }

  @Test
  void showWhatDiffersFromTheExpectedAnswers(@TempDir Path folder) throws IOException {
    Path doctored =
        Files.writeString(
            folder.resolve("doctored.json"),
            Files.readString(ANSWERS).replace("{\"level\":\"free\",", "{\"level\":\"gratis\","));

    Ended different = sample.query("plays-by-level", "--expect=" + doctored);
    Ended same = sample.query("plays-by-browser", "--expect=" + doctored);

    assertThat(different.exitCode()).isEqualTo(4);
    assertThat(different.out())
        .startsWith("differs  plays-by-level: differences in 1 of its rows; 2 were expected")
        .contains(
            "  row 2\n    expected {\"level\":\"gratis\",", "    actual   {\"level\":\"free\"");
    assertThat(different.err()).contains("1 of 1 answers are not those of '" + doctored + "'");
    assertThat(same.exitCode()).as(same.err()).isZero();
    assertThat(same.out()).startsWith("same     plays-by-browser: ").hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{} | 4 | 1 of 1 answers are not those of",
        "{'top-sogns': []} | 2 | has answers to 'top-sogns', which is no question; 'sparkify query",
        "{'top-songs': 1} | 2 | holds no answers (line 1: expected an array of rows); 'sparkify query",
      })
  void needAFileOfAnswersToCompareWith(
      String text, int exitCode, String expected, @TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("some.json"), text.replace('\'', '"'));

    Ended compared = sample.query("top-songs", "--expect=" + file);

    assertThat(compared.exitCode()).isEqualTo(exitCode);
    assertThat(compared.err()).contains(file.toString(), expected);
  }

  @Test
  void needAFileThatIsThere(@TempDir Path folder) {
    Ended compared = sample.query("top-songs", "--expect=" + folder.resolve("none.json"));

    assertThat(compared.exitCode()).isEqualTo(2);
    assertThat(compared.err()).contains("none.json' cannot be read (no such file); expected a");
  }

  /** How many rows are drawn where another one is. */
  private static List<String> repeated(List<List<String>> place, Question question) {
    return sample.byDuckDb(
        "SELECT count(*) - count(DISTINCT (%s)) FROM (%s)"
            .formatted(
                place.stream()
                    .map(column -> "\"%s\"".formatted(column.get(0)))
                    .collect(Collectors.joining(", ")),
                question.sql()));
  }
}
