package com.sparkify.etl.runner.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import com.google.inject.Inject;
import com.sparkify.etl.core.source.Origin;
import com.sparkify.etl.core.source.StagedRows;
import com.sparkify.etl.io.staging.Ledger;
import com.sparkify.etl.runner.output.OutputFormat;
import com.sparkify.etl.runner.output.Progress;
import com.sparkify.etl.runner.output.ResultRows;
import com.sparkify.etl.runner.output.Streams;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/** Shows the records that were rejected: which, where and why. */
public final class RejectsJob {
  private static final int CHARACTERS_IN_A_TABLE = 120;

  private final Sources sources;
  private final Progress progress;
  private final Streams streams;

  @Inject
  RejectsJob(Sources sources, Progress progress, Streams streams) {
    this.sources = sources;
    this.progress = progress;
    this.streams = streams;
  }

  /**
   * Prints rejected records of the current version of each file, by source, file and line. A table
   * begins with their number by reason and shortens long lines; the other formats give them whole.
   */
  public void show(RejectsRequest request) {
    progress.phase("read rejected lines");
    Ledger songs = sources.songs().staging().ledger();
    Ledger events = sources.events().staging().ledger();
    Dataset<Row> all =
        rejects(sources.songs(), songs, request.format())
            .union(rejects(sources.events(), events, request.format()));
    Dataset<Row> asked =
        request.reason().map(reason -> all.where(col("reason").equalTo(reason))).orElse(all);
    ResultRows shown =
        ResultRows.collect(
            asked.orderBy(col("source"), col("file"), col("line")).limit(request.limit()));
    progress.close();
    if (request.format() == OutputFormat.TABLE) {
      summarize(songs, events);
    }
    shown.write(request.format(), streams.out());
  }

  private void summarize(Ledger songs, Ledger events) {
    Map<String, Long> byReason = new TreeMap<>();
    for (Ledger ledger : new Ledger[] {songs, events}) {
      ledger
          .currentVersions()
          .forEach(
              version ->
                  version
                      .file()
                      .rejectsByReason()
                      .forEach((reason, n) -> byReason.merge(reason, n, Long::sum)));
    }
    long total = byReason.values().stream().mapToLong(Long::longValue).sum();
    streams.out().print("%,d rejected lines\n".formatted(total));
    byReason.forEach((reason, n) -> streams.out().print("  %-24s %,8d\n".formatted(reason, n)));
  }

  private static Dataset<Row> rejects(StagedSource source, Ledger ledger, OutputFormat format) {
    Column text = Origin.RAW.column().cast(DataTypes.StringType);
    Column shown = format == OutputFormat.TABLE ? text.substr(1, CHARACTERS_IN_A_TABLE) : text;
    return source
        .staging()
        .current(ledger)
        .transform(StagedRows::rejected)
        .select(
            lit(source.name()).as("source"),
            StagedRows.REJECT_REASON.column().as("reason"),
            Origin.SOURCE_FILE.column().as("file"),
            Origin.SOURCE_LINE.column().as("line"),
            shown.as("text"));
  }
}
