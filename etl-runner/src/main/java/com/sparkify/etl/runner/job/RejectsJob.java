package com.sparkify.etl.runner.job;

import com.google.inject.Inject;
import com.sparkify.etl.io.staging.Ledger;
import com.sparkify.etl.runner.output.OutputFormat;
import com.sparkify.etl.runner.output.Progress;
import com.sparkify.etl.runner.output.ResultRows;
import com.sparkify.etl.runner.output.Streams;
import java.util.List;
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
  private final RejectedLines lines;
  private final RejectsExport export;
  private final Progress progress;
  private final Streams streams;

  @Inject
  RejectsJob(
      Sources sources,
      RejectedLines lines,
      RejectsExport export,
      Progress progress,
      Streams streams) {
    this.sources = sources;
    this.lines = lines;
    this.export = export;
    this.progress = progress;
    this.streams = streams;
  }

  /** Shows rejected records of the current version of each file, or exports them. */
  public void run(RejectsRequest request) {
    progress.phase("read rejected lines");
    Ledger songs = sources.songs().staging().ledger();
    Ledger events = sources.events().staging().ledger();
    Dataset<Row> all = lines.of(sources.songs(), songs).union(lines.of(sources.events(), events));
    Dataset<Row> asked =
        request
            .reason()
            .map(reason -> all.where(RejectedLines.REASON.column().equalTo(reason)))
            .orElse(all);
    if (request.export().isPresent()) {
      export.write(asked, List.of(songs, events), request.export().orElseThrow());
    } else {
      show(asked, request, all, List.of(songs, events));
    }
  }

  /**
   * Prints records by source, file and line. A table begins with their number by reason and
   * shortens long lines; the other formats give them whole.
   */
  private void show(
      Dataset<Row> asked, RejectsRequest request, Dataset<Row> all, List<Ledger> ledgers) {
    boolean isTable = request.format() == OutputFormat.TABLE;
    Column text = RejectedLines.RAW.column().cast(DataTypes.StringType);
    ResultRows shown =
        ResultRows.collect(
            asked
                .orderBy(
                    RejectedLines.SOURCE.column(),
                    RejectedLines.FILE.column(),
                    RejectedLines.LINE.column())
                .limit(request.limit())
                .select(
                    RejectedLines.SOURCE.column(),
                    RejectedLines.REASON.column(),
                    RejectedLines.FILE.column(),
                    RejectedLines.LINE.column(),
                    RejectedLines.REPLAYED.column(),
                    (isTable ? text.substr(1, CHARACTERS_IN_A_TABLE) : text).as("text")));
    long replayed = isTable ? all.where(RejectedLines.REPLAYED.column().equalTo("yes")).count() : 0;
    progress.close();
    if (isTable) {
      summarize(ledgers, replayed);
    }
    shown.write(request.format(), streams.out());
  }

  private void summarize(List<Ledger> ledgers, long replayed) {
    Map<String, Long> byReason = new TreeMap<>();
    for (Ledger ledger : ledgers) {
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
    streams.out().print("%,d rejected lines, %,d of them replayed\n".formatted(total, replayed));
    byReason.forEach((reason, n) -> streams.out().print("  %-24s %,8d\n".formatted(reason, n)));
  }
}
