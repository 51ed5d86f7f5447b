package com.sparkify.etl.runner.job;

import com.google.inject.Inject;
import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.runner.output.OutputFormat;
import com.sparkify.etl.runner.output.Progress;
import com.sparkify.etl.runner.output.ResultRows;
import com.sparkify.etl.runner.output.Streams;
import java.util.List;
import java.util.Optional;

/** Answers a question in SQL about the published tables, each of which is a view. */
public final class QueryJob {
  private final PublishedSql published;
  private final Streams streams;
  private final Progress progress;

  @Inject
  QueryJob(PublishedSql published, Streams streams, Progress progress) {
    this.published = published;
    this.streams = streams;
    this.progress = progress;
  }

  /**
   * Prints the rows of {@code sql}.
   *
   * @param asOf the version to ask, as for {@link KeptVersions#asOf}; empty for the newest
   * @throws EtlException of kind CONFIG if the SQL is wrong; it names the tables that are not
   *     published, which have no view
   */
  public void run(String sql, Optional<String> asOf, OutputFormat format) {
    progress.phase("open the tables");
    List<String> unpublished = published.open(asOf);
    progress.phase("query");
    ResultRows rows = published.rows(sql, unpublished);
    progress.close();
    rows.write(format, streams.out());
  }
}
