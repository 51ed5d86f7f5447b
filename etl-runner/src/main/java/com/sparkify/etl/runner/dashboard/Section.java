package com.sparkify.etl.runner.dashboard;

import com.sparkify.etl.core.analytics.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Questions under a heading.
 *
 * @param title the heading
 */
record Section(String title, List<Question> questions) {
  private static final List<Start> STARTS =
      List.of(
          new Start("key-figures", "At a glance"),
          new Start("plays-by-day", "When people listen"),
          new Start("top-songs", "What they listen to"),
          new Start("top-users", "Who listens"),
          new Start("plays-by-level", "Free and paid"),
          new Start("match-rate-by-day", "The catalogue"));

  /** The question with which a section begins. */
  private record Start(String question, String title) {}

  Section {
    questions = List.copyOf(questions);
  }

  /** {@code questions} in their order; each is in the section that began last. */
  static List<Section> of(List<Question> questions) {
    List<Section> sections = new ArrayList<>();
    String title = "Answers";
    List<Question> current = new ArrayList<>();
    for (Question question : questions) {
      Optional<String> next = beginning(question);
      if (next.isPresent() && !current.isEmpty()) {
        sections.add(new Section(title, current));
        current.clear();
      }
      title = next.orElse(title);
      current.add(question);
    }
    sections.add(new Section(title, current));
    return List.copyOf(sections);
  }

  private static Optional<String> beginning(Question question) {
    return STARTS.stream()
        .filter(start -> start.question().equals(question.name()))
        .map(Start::title)
        .findFirst();
  }
}
