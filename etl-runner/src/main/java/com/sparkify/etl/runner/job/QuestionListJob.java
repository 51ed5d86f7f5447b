package com.sparkify.etl.runner.job;

import com.google.inject.Inject;
import com.sparkify.etl.core.analytics.Question;
import com.sparkify.etl.core.analytics.Questions;
import com.sparkify.etl.runner.output.Streams;
import com.sparkify.etl.runner.output.TextTable;
import java.util.List;

/** Lists the project's questions. */
public final class QuestionListJob {
  private final Streams streams;

  @Inject
  QuestionListJob(Streams streams) {
    this.streams = streams;
  }

  /** Prints the name and the title of each. */
  public void print() {
    TextTable table = new TextTable(TextTable.text("name"), TextTable.text("title"));
    for (Question question : Questions.all()) {
      table.line(List.of(question.name(), question.title()));
    }
    table.write(streams.out());
    streams.out().flush();
  }
}
