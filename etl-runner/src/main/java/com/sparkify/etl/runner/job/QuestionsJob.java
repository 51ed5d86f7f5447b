package com.sparkify.etl.runner.job;

import com.google.inject.Inject;
import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.core.analytics.Question;
import com.sparkify.etl.core.analytics.Questions;
import com.sparkify.etl.runner.output.AnswerSheet;
import com.sparkify.etl.runner.output.OutputFormat;
import com.sparkify.etl.runner.output.ResultRows;
import com.sparkify.etl.runner.output.Streams;
import java.util.List;
import java.util.Optional;

/**
 * Answers the project's own questions about the published tables, and compares the answers. Each is
 * asked of a version, as for {@link KeptVersions#asOf}; of the newest if none is given.
 */
public final class QuestionsJob {
  private final Answers answers;
  private final ExpectedAnswers expectedAnswers;
  private final Streams streams;

  @Inject
  QuestionsJob(Answers answers, ExpectedAnswers expectedAnswers, Streams streams) {
    this.answers = answers;
    this.expectedAnswers = expectedAnswers;
    this.streams = streams;
  }

  /** Prints the answer to {@code question}; a table comes with its title. */
  public void answer(Question question, Optional<String> asOf, OutputFormat format) {
    answers.to(List.of(question), asOf).forEach((asked, rows) -> write(asked, rows, format));
  }

  /** Prints the answers to all questions, as tables with their titles. */
  public void answerAll(Optional<String> asOf) {
    answers
        .to(Questions.all(), asOf)
        .forEach(
            (question, rows) -> {
              write(question, rows, OutputFormat.TABLE);
              streams.out().print("\n");
            });
  }

  /** Prints the answers to all questions as the text that {@link #compare} expects. */
  public void writeSheet(Optional<String> asOf) {
    Answers.sheet(answers.to(Questions.all(), asOf)).write(streams.out());
  }

  /**
   * Compares the answers to {@code questions} with those in {@code file}, and prints what differs.
   *
   * @throws EtlException of kind QUALITY if an answer differs or is not in the file, of kind CONFIG
   *     if the file cannot be read or has a question that the project has not
   */
  public void compare(List<Question> questions, Optional<String> asOf, String file) {
    AnswerSheet expected = expectedAnswers.in(file);
    List<Comparison> comparisons =
        Answers.sheet(answers.to(questions, asOf)).answers().entrySet().stream()
            .map(answer -> Comparison.of(answer.getKey(), expected, answer.getValue()))
            .toList();
    comparisons.forEach(comparison -> comparison.write(streams.out()));
    List<String> different =
        comparisons.stream()
            .filter(comparison -> !comparison.isSame())
            .map(Comparison::question)
            .toList();
    if (!different.isEmpty()) {
      throw new EtlException(
          Kind.QUALITY,
          "%d of %d answers are not those of '%s': %s. Look at the tables, or, if the answers are right, write them anew: sparkify query --all --format json > FILE"
              .formatted(different.size(), comparisons.size(), file, String.join(", ", different)));
    }
  }

  private void write(Question question, ResultRows rows, OutputFormat format) {
    if (format == OutputFormat.TABLE) {
      streams.out().print("%s\n%s\n\n".formatted(question.title(), question.explanation()));
    }
    rows.write(format, streams.out());
  }
}
