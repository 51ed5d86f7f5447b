package com.sparkify.etl.runner.job;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.core.quality.Check;
import com.sparkify.etl.runner.report.CheckReport;
import java.util.List;
import org.apache.spark.sql.Row;

/** Counts checks, and stops a run in which one fails. */
final class Gate {
  private static final int EXAMPLES = 3;

  private final List<Check> checks;

  Gate(List<Check> checks) {
    this.checks = List.copyOf(checks);
  }

  /** Has {@code tally} count the rows that break each check, if it does not yet. */
  void addTo(Tally tally) {
    checks.forEach(tally::add);
  }

  /** The checks, of which those that {@code counts} doubts are asked again, for exact numbers. */
  List<CheckReport> outcomes(Counts counts) {
    return checks.stream()
        .map(
            check ->
                counts.has(check.promise())
                    ? exactly(check)
                    : new CheckReport(check.promise(), 0, List.of()))
        .toList();
  }

  private static CheckReport exactly(Check check) {
    long violations = check.violations().count();
    return new CheckReport(
        check.promise(), violations, violations == 0 ? List.of() : examples(check));
  }

  /** Throws, saying what {@code consequence} it has, if an outcome does not hold. */
  static void requireAll(List<CheckReport> outcomes, String consequence) {
    List<String> broken =
        outcomes.stream()
            .filter(outcome -> !outcome.holds())
            .map(
                outcome ->
                    "Check '%s' fails for %,d rows, such as %s."
                        .formatted(
                            outcome.promise(),
                            outcome.violations(),
                            String.join(", ", outcome.examples())))
            .toList();
    if (!broken.isEmpty()) {
      throw new EtlException(Kind.QUALITY, String.join("\n", broken) + "\n" + consequence);
    }
  }

  private static List<String> examples(Check check) {
    return check.violations().limit(EXAMPLES).collectAsList().stream().map(Row::json).toList();
  }
}
