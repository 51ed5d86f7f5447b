package com.sparkify.etl.core.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.core.fixture.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QuestionsTest {
  private static final Path FILES =
      Project.root()
          .resolve("etl-core/src/main/resources/com/sparkify/etl/core/analytics/questions");

  static List<Question> questions() {
    return Questions.all();
  }

  @Test
  void leaveNoFileOut() throws IOException {
    try (Stream<Path> files = Files.list(FILES)) {
      assertThat(files.map(file -> FILES.relativize(file).toString()))
          .containsExactlyInAnyOrderElementsOf(
              questions().stream().map(question -> question.name() + ".sql").toList());
    }
  }

  @Test
  void areAtLeastTwentyWithATitleEach() {
    assertThat(questions()).hasSizeGreaterThanOrEqualTo(20);
    assertThat(questions()).extracting(Question::title).doesNotHaveDuplicates();
  }

  @Test
  void useEveryKindOfChart() {
    assertThat(questions()).extracting(Question::chart).contains(Chart.values());
  }

  @ParameterizedTest
  @MethodSource("questions")
  void haveAnOrderUnlessTheAnswerIsOneRow(Question question) {
    boolean oneRow = question.chart() == Chart.FIGURES;

    assertThat(question.sql().lines().anyMatch(line -> line.startsWith("ORDER BY ")))
        .isEqualTo(!oneRow);
  }

  /** Sums of fractions depend on their order, and engines round a half in their own ways. */
  @ParameterizedTest
  @MethodSource("questions")
  void roundOnlyByFloorAndAddNoFractions(Question question) {
    assertThat(question.sql().replaceAll("\\s+", " "))
        .doesNotContainIgnoringCase("round(", "avg(")
        .doesNotContain("sum(heard_seconds", "sum(p.heard_seconds");
  }

  @ParameterizedTest
  @MethodSource("questions")
  void showNoNameOfAListener(Question question) {
    assertThat(question.sql()).doesNotContain("first_name", "last_name", "*\nFROM");
  }

  @Test
  void areListedInTheDocumentation() throws IOException {
    assertThat(Files.readString(Project.root().resolve("docs/questions.md"))).isEqualTo(page());
  }

  private static String page() {
    return questions().stream()
        .map(
            question ->
                "| `%s` | %s | %s | %s |"
                    .formatted(
                        question.name(),
                        question.title(),
                        question.explanation(),
                        question.chart()))
        .collect(Collectors.joining("\n", PAGE_BEGIN, "\n"));
  }

  private static final String PAGE_BEGIN =
      """
      # The analysts' questions

      Each is one SQL file in
      [etl-core/.../analytics/questions](../etl-core/src/main/resources/com/sparkify/etl/core/analytics/questions), with a header of
      title, explanation and kind of chart. `./sparkify query NAME` answers one, `./sparkify query --all` all of them.

      Spark from 3.5 on, with and without ANSI mode, and DuckDB answer them unchanged and alike. DuckDB needs the six tables as views, and
      UTC:

      ```sql
      SET TimeZone = 'UTC';
      CREATE VIEW songplays AS SELECT * FROM read_parquet('lake/songplays/**/*.parquet', hive_partitioning = true);
      ```

      Rows are in a total order, so the same lake gives the same answer, row for row. Fractions are rounded by `floor`, and seconds are
      added as whole milliseconds, so no engine and no number of partitions makes another last digit. Listeners are shown by number, never
      by name. What a chart draws of the columns is said in
      [Chart](../etl-core/src/main/java/com/sparkify/etl/core/analytics/Chart.java); the other columns are details.

      [sample-answers.json](sample-answers.json) holds the answers for the sample that the project ships, as `./sparkify query --all
      --format json` prints them:

      ```
      ./sparkify run
      ./sparkify query --all --expect docs/sample-answers.json
      ```

      A session is a listener's `session_id`. A song is a title and an artist as the app sent them, whether the catalogue has it or not,
      unless the question says catalogue. Weeks are ISO weeks, named by their Monday.

      To add one: a file, its name in
      [Questions](../etl-core/src/main/java/com/sparkify/etl/core/analytics/Questions.java), a line here (the test shows it), and the
      answers for the sample anew.

      | name | title | what it tells | chart |
      |---|---|---|---|
      """;
}
