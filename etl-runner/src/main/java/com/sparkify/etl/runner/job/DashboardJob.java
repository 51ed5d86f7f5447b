package com.sparkify.etl.runner.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.inject.Inject;
import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.core.analytics.Chart;
import com.sparkify.etl.core.analytics.Question;
import com.sparkify.etl.core.analytics.Questions;
import com.sparkify.etl.io.lake.Lake;
import com.sparkify.etl.io.storage.Documents;
import com.sparkify.etl.io.storage.StorageTrouble;
import com.sparkify.etl.runner.config.LakeSettings;
import com.sparkify.etl.runner.config.Location;
import com.sparkify.etl.runner.dashboard.Dashboard;
import com.sparkify.etl.runner.dashboard.Dashboard.Played;
import com.sparkify.etl.runner.dashboard.Dashboard.Published;
import com.sparkify.etl.runner.dashboard.DashboardPage;
import com.sparkify.etl.runner.output.ResultRows;
import com.sparkify.etl.runner.output.Streams;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Writes the answers to the project's questions as a page with charts. */
public final class DashboardJob {
  private static final Question PLAYED =
      new Question(
          "first-and-last-play",
          "First and last play",
          "When the first and the last song of all were started.",
          Chart.TABLE,
          "SELECT min(start_time) AS first_play, max(start_time) AS last_play FROM songplays");

  private final Answers answers;
  private final Lake lake;
  private final LakeSettings settings;
  private final Configuration conf;
  private final Clock clock;
  private final Streams streams;

  @Inject
  DashboardJob(
      Answers answers,
      Lake lake,
      LakeSettings settings,
      Configuration conf,
      Clock clock,
      Streams streams) {
    this.answers = answers;
    this.lake = lake;
    this.settings = settings;
    this.conf = conf;
    this.clock = clock;
    this.streams = streams;
  }

  /**
   * Writes the page to {@code out}, in place of what is there, and says where it is.
   *
   * @param out a local file, or one where a file system of Hadoop is
   * @throws EtlException of kind CONFIG if {@code out} is a folder or a table is not published, of
   *     kind STORAGE if the file cannot be written
   */
  public void write(String out) {
    Path file = new Location(out).path();
    requireNoFolder(out, file);
    String page = DashboardPage.of(asked());
    try {
      new Documents(conf).writeText(file, page);
    } catch (IOException e) {
      throw StorageTrouble.failure("write the dashboard '%s'".formatted(out), e);
    }
    streams
        .out()
        .print(
            "dashboard: answers to %d questions, %,d KB, in one file that needs no network\nopen %s\n"
                .formatted(Questions.all().size(), page.getBytes(UTF_8).length / 1000, file));
  }

  private Dashboard asked() {
    List<Question> questions = Questions.all();
    List<Question> all = new ArrayList<>(questions);
    all.add(PLAYED);
    Map<Question, ResultRows> found = answers.to(all, Optional.empty());
    Optional<Played> played =
        Optional.ofNullable(found.remove(PLAYED)).flatMap(DashboardJob::played);
    return new Dashboard(
        settings.path(),
        lake.recorded()
            .map(version -> new Published(version.runId(), Instant.parse(version.publishedAt()))),
        played,
        clock.instant(),
        questions,
        Answers.sheet(found));
  }

  private static Optional<Played> played(ResultRows rows) {
    return rows.text(0, 0)
        .flatMap(
            first ->
                rows.text(0, 1).map(last -> new Played(Instant.parse(first), Instant.parse(last))));
  }

  private void requireNoFolder(String out, Path file) {
    try {
      FileSystem files = file.getFileSystem(conf);
      if (files.exists(file) && files.getFileStatus(file).isDirectory()) {
        throw new EtlException(
            Kind.CONFIG,
            "--out: '%s' is a folder; expected a file that is written or replaced, for example '%s'"
                .formatted(out, new Path(file, "dashboard.html")));
      }
    } catch (IOException e) {
      throw StorageTrouble.failure("look for '%s'".formatted(out), e);
    }
  }
}
