package com.sparkify.etl.runner.dashboard;

import com.sparkify.etl.core.analytics.Question;
import com.sparkify.etl.runner.output.AnswerSheet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a dashboard shows.
 *
 * @param lake where the tables are
 * @param published the version of the tables; empty if the lake does not tell it
 * @param played the time of the plays; empty if there are none
 * @param writtenAt when the questions were asked
 * @param questions what was asked, in the order in which it is shown
 * @param answers at least those to {@code questions}
 */
public record Dashboard(
    String lake,
    Optional<Published> published,
    Optional<Played> played,
    Instant writtenAt,
    List<Question> questions,
    AnswerSheet answers) {

  /**
   * A version of the tables.
   *
   * @param runId the run that published it
   */
  public record Published(String runId, Instant at) {}

  /** The start of the first and of the last play of all. */
  public record Played(Instant first, Instant last) {}

  public Dashboard {
    questions = List.copyOf(questions);
  }
}
