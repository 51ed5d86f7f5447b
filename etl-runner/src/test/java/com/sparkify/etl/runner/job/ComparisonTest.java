package com.sparkify.etl.runner.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.runner.output.AnswerSheet;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  @Test
  void saysThatAnAnswerIsTheSame() {
    assertThat(Comparison.of("q", sheet("a", "b"), List.of("a", "b")).isSame()).isTrue();
    assertThat(shown(sheet("a", "b"), "a", "b")).isEqualTo("same     q: 2 rows\n");
    assertThat(shown(sheet("a"), "a")).isEqualTo("same     q: 1 row\n");
    assertThat(shown(sheet())).isEqualTo("same     q: 0 rows\n");
  }

  @Test
  void showsTheRowsThatDiffer() {
    assertThat(Comparison.of("q", sheet("a", "b"), List.of("a", "c", "d")).isSame()).isFalse();
    assertThat(shown(sheet("a", "b"), "a", "c", "d"))
        .isEqualTo(
            """
            differs  q: differences in 2 of its rows; 2 were expected, there are 3
              row 2
                expected b
                actual   c
              row 3
                expected no such row
                actual   d
            """);
  }

  @Test
  void takesTheOrderOfRowsIntoAccount() {
    assertThat(Comparison.of("q", sheet("a", "b"), List.of("b", "a")).isSame()).isFalse();
  }

  @Test
  void showsTenRowsAtMost() {
    String[] rows = IntStream.range(0, 25).mapToObj(Integer::toString).toArray(String[]::new);

    assertThat(shown(sheet(), rows))
        .startsWith(
            "differs  q: differences in 25 of its rows; 0 were expected, there are 25\n  row 1\n")
        .contains("  row 10\n")
        .doesNotContain("  row 11\n")
        .endsWith("    actual   9\n  and 15 more rows\n");
  }

  @Test
  void saysThatNothingWasExpected() {
    AnswerSheet other = new AnswerSheet(Map.of("other", List.of()));

    assertThat(Comparison.of("q", other, List.of()).isSame()).isFalse();
    assertThat(shown(other, "a")).isEqualTo("differs  q: the file has no answer to it\n");
  }

  private static AnswerSheet sheet(String... rows) {
    return new AnswerSheet(Map.of("q", List.of(rows)));
  }

  private static String shown(AnswerSheet sheet, String... actual) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Comparison.of("q", sheet, List.of(actual)).write(new PrintStream(bytes, true, UTF_8));
    return bytes.toString(UTF_8);
  }
}
