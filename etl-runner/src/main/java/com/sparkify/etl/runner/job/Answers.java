package com.sparkify.etl.runner.job;

import com.google.inject.Inject;
import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.analytics.Question;
import com.sparkify.etl.runner.output.AnswerSheet;
import com.sparkify.etl.runner.output.Progress;
import com.sparkify.etl.runner.output.ResultRows;
import com.sparkify.etl.runner.spark.SideBySide;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The answers that the published tables give to questions. */
final class Answers {
  private final PublishedSql published;
  private final Progress progress;

  @Inject
  Answers(PublishedSql published, Progress progress) {
    this.published = published;
    this.progress = progress;
  }

  /**
   * The answer to each of {@code questions}, in their order; some are computed at the same time.
   *
   * @param asOf the version to ask, as for {@link KeptVersions#asOf}; empty for the newest
   * @throws EtlException of kind CONFIG if a question asks for a table that is not published
   */
  Map<Question, ResultRows> to(List<Question> questions, Optional<String> asOf) {
    progress.phase("open the tables");
    List<String> unpublished = published.open(asOf);
    if (questions.size() > 1) {
      published.fit(unpublished);
    }
    progress.phase("answer %d of the questions".formatted(questions.size()));
    List<ResultRows> rows =
        SideBySide.results(
            questions.stream()
                .<Supplier<ResultRows>>map(
                    question -> () -> published.rows(question.sql(), unpublished))
                .toList());
    progress.close();
    Map<Question, ResultRows> answers = new LinkedHashMap<>();
    for (int at = 0; at < rows.size(); at++) {
      answers.put(questions.get(at), rows.get(at));
    }
    return answers;
  }

  /** {@code answers} by the name of their question. */
  static AnswerSheet sheet(Map<Question, ResultRows> answers) {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    answers.forEach((question, answer) -> rows.put(question.name(), answer.objects()));
    return new AnswerSheet(rows);
  }
}
