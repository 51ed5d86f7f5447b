package com.sparkify.etl.core.analytics;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A question that analysts ask of the published tables, which are named as in the SQL.
 *
 * <p>The SQL is one query without a semicolon, which Spark from 3.5 on and DuckDB answer alike,
 * with timestamps and dates in UTC: its rows are in a total order, its text is never null, and its
 * fractions are rounded by {@code floor}, which all engines do in the same way. It shows listeners
 * by number; no name of one is in an answer.
 *
 * @param name lower-case words joined by hyphens; that of its file, without {@code .sql}
 * @param title a heading
 * @param explanation one sentence: what is counted, and what is not
 * @param chart how the answer is drawn
 * @param sql the query, without the header
 */
public record Question(String name, String title, String explanation, Chart chart, String sql) {
  private static final Pattern NAME = Pattern.compile("[a-z]+(-[a-z]+)*");
  private static final int LINES_OF_HEADER = 3;

  public Question {
    require(NAME.matcher(name).matches(), name, "lower-case words joined by hyphens as its name");
    require(!title.isBlank(), name, "a title");
    require(explanation.endsWith("."), name, "a sentence as its explanation");
    require(!sql.isBlank() && !sql.startsWith("--"), name, "its query right after the header");
    require(!sql.contains(";"), name, "one query without a semicolon");
  }

  /**
   * The question in {@code text}: {@code -- title:}, {@code -- explanation:} and {@code -- chart:},
   * each on a line, in this order, then the query.
   *
   * @throws IllegalArgumentException if the header lacks one of them, or has anything else
   */
  static Question parse(String name, String text) {
    List<String> lines = text.lines().toList();
    return new Question(
        name,
        header(name, lines, 1, "title"),
        header(name, lines, 2, "explanation"),
        chart(name, header(name, lines, LINES_OF_HEADER, "chart")),
        String.join("\n", lines.subList(LINES_OF_HEADER, lines.size())));
  }

  private static String header(String name, List<String> lines, int number, String key) {
    String line = number <= lines.size() ? lines.get(number - 1) : "";
    String start = "-- %s: ".formatted(key);
    if (!line.startsWith(start)) {
      throw new IllegalArgumentException(
          "Question '%s': line %d is '%s'; expected '%s...'".formatted(name, number, line, start));
    }
    return line.substring(start.length()).strip();
  }

  private static Chart chart(String name, String written) {
    return Arrays.stream(Chart.values())
        .filter(chart -> chart.toString().equals(written))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Question '%s' has the chart '%s'; expected one of %s"
                        .formatted(name, written, Arrays.toString(Chart.values()))));
  }

  private static void require(boolean holds, String name, String expected) {
    if (!holds) {
      throw new IllegalArgumentException("Question '%s' needs %s".formatted(name, expected));
    }
  }
}
