package com.sparkify.etl.it.kills;

import com.sparkify.etl.it.kills.Site.Vanished;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The answers before and after a run that nothing disturbed, by the names of the questions.
 *
 * @param questions what a reader asks
 */
record Versions(
    List<Question> questions,
    Map<String, List<List<String>>> before,
    Map<String, List<List<String>>> after) {

  /** The answers to {@code questions} now. */
  static Map<String, List<List<String>>> published(List<Question> questions) {
    Map<String, List<List<String>>> answers = new HashMap<>();
    for (Question question : questions) {
      try {
        answers.put(question.name(), question.answer());
      } catch (Vanished e) {
        throw new IllegalStateException("%s cannot be read".formatted(question.name()), e);
      }
    }
    return answers;
  }

  /** What a reader must not have seen. */
  List<String> wrongIn(LoopingReader.Seen seen) {
    List<String> wrong = new ArrayList<>();
    seen.answers()
        .forEach(
            (question, answers) ->
                answers.forEach(
                    answer ->
                        wrong.addAll(
                            question.wrongIn(
                                answer, rows(before, question), rows(after, question)))));
    return wrong;
  }

  /** The questions whose answer is not the one after an unbroken run. */
  List<String> differencesNow() {
    Map<String, List<List<String>>> now = published(questions);
    return questions.stream()
        .filter(question -> !rows(after, question).equals(rows(now, question)))
        .map(
            question ->
                "%s has not the rows of an unbroken run: %d rows for %d"
                    .formatted(
                        question.name(), rows(now, question).size(), rows(after, question).size()))
        .toList();
  }

  private static List<List<String>> rows(
      Map<String, List<List<String>>> version, Question question) {
    return version.getOrDefault(question.name(), List.of());
  }
}
