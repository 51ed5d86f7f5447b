package com.sparkify.etl.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sparkify.etl.core.analytics.Question;
import com.sparkify.etl.core.analytics.Questions;
import com.sparkify.etl.io.fixture.Spark;
import com.sparkify.etl.it.Sparkify.Ended;
import com.sparkify.etl.runner.output.AnswerSheet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The answers that a lake gives to the project's questions, by the product and by DuckDB. */
record AskedLake(Path lake) {

  /** What the product prints, which is an {@link AnswerSheet}. */
  String bySparkify() {
    return query("--all", "--format=json").ok().out();
  }

  /**
   * A query of the product, in a session of its own: its views are those of this lake, whatever
   * other tests do at the same time.
   */
  Ended query(String... arguments) {
    return Program.inThisJvm(Spark.session().newSession())
        .run(Stream.concat(Stream.of("query", "--lake=" + lake), Stream.of(arguments)).toList());
  }

  /** The answers of DuckDB, which runs the same SQL, in the same form. */
  AnswerSheet byDuckDb() throws IOException {
    Map<String, List<String>> answers = new LinkedHashMap<>();
    for (Question question : Questions.all()) {
      answers.put(
          question.name(),
          byDuckDb(
              "SELECT CAST(to_json(answer) AS VARCHAR) FROM (%s) AS answer"
                  .formatted(question.sql())));
    }
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    new AnswerSheet(answers).write(new PrintStream(text, true, UTF_8));
    return AnswerSheet.read(text.toString(UTF_8));
  }

  /** The rows of DuckDB's answer to {@code sql}, each as its values with {@code |} between them. */
  List<String> byDuckDb(String sql) {
    return new DuckDb(lake).rows(sql);
  }

  /** The questions that the two answer differently, each with the rows of both. */
  Map<String, List<List<String>>> differences() throws IOException {
    Map<String, List<String>> ours = AnswerSheet.read(bySparkify()).answers();
    Map<String, List<String>> theirs = byDuckDb().answers();
    Map<String, List<List<String>>> differences = new LinkedHashMap<>();
    for (Question question : Questions.all()) {
      List<List<String>> both =
          List.of(
              ours.getOrDefault(question.name(), List.of("none by Sparkify")),
              theirs.getOrDefault(question.name(), List.of("none by DuckDB")));
      if (!both.get(0).equals(both.get(1))) {
        differences.put(question.name(), both);
      }
    }
    return differences;
  }
}
