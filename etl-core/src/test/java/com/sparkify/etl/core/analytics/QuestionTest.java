package com.sparkify.etl.core.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionTest {
  private static final String TEXT =
      """
      -- title: Plays by level
      -- explanation: Songs started on each plan.
      -- chart: heat-map
      SELECT level, count(*) AS plays
      FROM songplays
      """;

  @Test
  void readsTheHeaderAndTheQuery() {
    assertThat(Question.parse("plays-by-level", TEXT))
        .isEqualTo(
            new Question(
                "plays-by-level",
                "Plays by level",
                "Songs started on each plan.",
                Chart.HEAT_MAP,
                "SELECT level, count(*) AS plays\nFROM songplays"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-- title: Plays by level | | line 1 is '-- explanation: Songs started on each plan.';"
            + " expected '-- title: ...'",
        "-- explanation | -- explained | line 2 is '-- explained: Songs",
        "heat-map | HEAT_MAP | has the chart 'HEAT_MAP'; expected one of [figures, bars,",
        "Plays by level | '' | needs a title",
        "each plan. | each plan | needs a sentence as its explanation",
        "SELECT | -- author: me\\nSELECT | needs its query right after the header",
        "FROM songplays | FROM songplays; | needs one query without a semicolon"
      })
  void refusesAnyOtherHeader(String right, String wrong, String expected) {
    String text =
        wrong == null
            ? TEXT.replace(right + "\n", "")
            : TEXT.replace(right, wrong.replace("\\n", "\n"));

    assertThatThrownBy(() -> Question.parse("plays-by-level", text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Question 'plays-by-level'")
        .hasMessageContaining(expected);
  }

  @Test
  void refusesAFileThatEndsInItsHeader() {
    assertThatThrownBy(() -> Question.parse("short", "-- title: Short\n"))
        .hasMessage("Question 'short': line 2 is ''; expected '-- explanation: ...'");
  }

  @ParameterizedTest
  @CsvSource({"Plays", "plays_by_level", "plays-", "''"})
  void refusesANameThatIsNotOfWordsAndHyphens(String name) {
    assertThatThrownBy(() -> Question.parse(name, TEXT))
        .hasMessage("Question '%s' needs lower-case words joined by hyphens as its name", name);
  }
}
