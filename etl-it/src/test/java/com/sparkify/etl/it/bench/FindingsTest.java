package com.sparkify.etl.it.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.it.Median;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class FindingsTest {
  private final Findings findings = new Findings("small: two files");

  @Test
  void printsMediansAndRatiosForPeopleAndForDocuments() {
    findings.add("sparkify", trial(9.0, 3_000_000));
    findings.add("duckdb", trial(1.0, 1_000_000));
    findings.add("sparkify", trial(5.0, 1_000_000));
    findings.add("duckdb", trial(2.0, 1_000_000));
    findings.add("sparkify", trial(4.0, 1_500_000));
    findings.compare("sparkify", "duckdb");
    findings.compare("sparkify", "typical");
    findings.note("As it is.");

    assertThat(findings.plain())
        .isEqualToNormalizingNewlines(
            """
            small: two files

            median    wall s  CPU s  peak MB  table files  table MB  all files  all MB
            --------  ------  -----  -------  -----------  --------  ---------  ------
            sparkify    5.00   6.00        2        1,234      2.50          -       -
            duckdb      1.50   2.50        1        1,234      2.50          -       -

            sparkify / duckdb: wall 3.33, CPU 2.40, peak memory 1.50
            As it is.
            """);
    assertThat(findings.markdown())
        .contains("| median | wall s |", "|---|---:|", "| sparkify | 5.00 | 6.00 | 2 |")
        .contains("- As it is.");
  }

  @Test
  void writesADashForWhatTheSystemDoesNotTell() {
    findings.add(
        "sparkify",
        Trial.elsewhere(new Measured(1.5, OptionalDouble.empty(), OptionalLong.empty())));
    findings.compare("sparkify", "sparkify");

    assertThat(findings.markdown())
        .contains("| sparkify | 1.50 | - | - | - | - | - | - |")
        .contains("wall 1.00, CPU -, peak memory -");
  }

  @Test
  void tellsWhatWasNotRunAndWhy() {
    findings.skip("typical", "it takes hours");

    assertThat(findings.markdown())
        .contains("| typical | - | - | - | - | - | - | - |")
        .contains("- typical was not run: it takes hours.");
  }

  @Test
  void theMedianIsTheMiddleOrTheMeanOfTheTwoInIt() {
    assertThat(Median.of(values(3, 1, 2))).hasValue(2);
    assertThat(Median.of(values(4, 1, 2, 3))).hasValue(2.5);
    assertThat(Median.of(List.of())).isEmpty();
    assertThat(Median.of(List.of(OptionalDouble.of(1), OptionalDouble.empty()))).isEmpty();
  }

  private static List<OptionalDouble> values(double... values) {
    return DoubleStream.of(values).mapToObj(OptionalDouble::of).toList();
  }

  private static Trial trial(double wallSeconds, long peakBytes) {
    return new Trial(
        new Measured(wallSeconds, OptionalDouble.of(wallSeconds + 1), OptionalLong.of(peakBytes)),
        Optional.of(new Footprint(1_234, 2_500_000)),
        Optional.empty());
  }
}
