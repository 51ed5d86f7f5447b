package com.sparkify.etl.runner.job;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.runner.spark.Causes;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SparkThrowable;

/** Tells the author of a query what is wrong with it, without Spark's plans and traces. */
final class SqlErrors {
  private static final Pattern POSITION = Pattern.compile("line ([0-9]+),? pos ([0-9]+)");
  private static final Pattern NOISE =
      Pattern.compile(" *SQLSTATE: *[0-9A-Z]{5}|[;.]? *\\(?line [0-9]+,? pos [0-9]+\\)?;?");

  private SqlErrors() {}

  /** The failure as one of kind CONFIG; empty if the query is not to blame. */
  static Optional<EtlException> explain(Throwable failure, List<String> unpublished) {
    return Causes.of(failure).stream()
        .filter(SqlErrors::blamesTheQuery)
        .findFirst()
        .map(cause -> new EtlException(Kind.CONFIG, message(cause, unpublished), failure));
  }

  /** SQL states of class 21, 22 and 42: cardinality, data, and syntax or names. */
  private static boolean blamesTheQuery(Throwable cause) {
    return cause instanceof SparkThrowable spark
        && spark.getSqlState() != null
        && spark.getSqlState().matches("(21|22|42).*");
  }

  private static String message(Throwable cause, List<String> unpublished) {
    String text = String.valueOf(cause.getMessage()).strip();
    String first = NOISE.matcher(text.lines().findFirst().orElse("")).replaceAll("");
    Matcher position = POSITION.matcher(text);
    String place =
        position.find()
            ? " (line %s, position %s)".formatted(position.group(1), position.group(2))
            : "";
    String missing =
        unpublished.isEmpty() || !text.contains("TABLE_OR_VIEW_NOT_FOUND")
            ? ""
            : "\n  Not published yet, so not to be queried: %s. './sparkify run' publishes them."
                .formatted(String.join(", ", unpublished));
    return "The query cannot be answered%s: %s%s".formatted(place, first, missing);
  }
}
