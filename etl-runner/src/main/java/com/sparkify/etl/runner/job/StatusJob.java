package com.sparkify.etl.runner.job;

import static com.sparkify.etl.runner.output.TextTable.number;
import static com.sparkify.etl.runner.output.TextTable.text;

import com.google.inject.Inject;
import com.sparkify.etl.core.source.LogEvents;
import com.sparkify.etl.core.source.SongRecords;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.io.source.SourceFile;
import com.sparkify.etl.io.source.SourceFolder;
import com.sparkify.etl.io.staging.BatchFolders;
import com.sparkify.etl.io.staging.Ledger;
import com.sparkify.etl.io.staging.Ledger.Version;
import com.sparkify.etl.runner.config.LakeSettings;
import com.sparkify.etl.runner.config.SourceSettings;
import com.sparkify.etl.runner.output.Streams;
import com.sparkify.etl.runner.output.TextTable;
import com.sparkify.etl.runner.report.RunLog;
import com.sparkify.etl.runner.report.RunReport;
import com.sparkify.etl.runner.report.SourceReport;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;

/** Shows what is staged, what waits, the days without logs and the last runs. Needs no Spark. */
public final class StatusJob {
  private static final int RUNS = 5;

  private final SourceSettings sources;
  private final LakeSettings lake;
  private final RunLog runs;
  private final ExportLog exports;
  private final Configuration conf;
  private final Streams streams;

  @Inject
  StatusJob(
      SourceSettings sources,
      LakeSettings lake,
      RunLog runs,
      ExportLog exports,
      Configuration conf,
      Streams streams) {
    this.sources = sources;
    this.lake = lake;
    this.runs = runs;
    this.exports = exports;
    this.conf = conf;
    this.streams = streams;
  }

  public void show() {
    List<SourceFile> songs = SourceFolder.songs(sources.songs().path()).list(conf);
    List<SourceFile> events = SourceFolder.events(sources.events().path()).list(conf);
    TextTable files =
        new TextTable(
            text("source"),
            number("files"),
            number("staged"),
            number("new"),
            number("changed"),
            number("lines staged"),
            number("rejected"),
            number("replayed"));
    Ledger stagedSongs = ledger(SongRecords.STAGED);
    Ledger stagedEvents = ledger(LogEvents.STAGED);
    files.line(state("songs", songs, stagedSongs));
    files.line(state("events", events, stagedEvents));
    files.write(streams.out());
    LogDays days = LogDays.of(events);
    streams.out().print("\ndays of logs: %s\n\n".formatted(days.described()));
    showRuns();
    BatchWatch.warnings(stagedSongs, stagedEvents)
        .forEach(warning -> streams.out().print("\nwarning: %s\n".formatted(warning)));
  }

  private Ledger ledger(Table staged) {
    return BatchFolders.of(lake.path(), staged, conf).ledger();
  }

  private List<String> state(String source, List<SourceFile> listed, Ledger ledger) {
    List<Version> current = ledger.currentVersions();
    Set<String> staged =
        current.stream().map(version -> version.file().path()).collect(Collectors.toSet());
    List<SourceFile> pending = ledger.pending(listed);
    long changed = pending.stream().filter(file -> staged.contains(file.path())).count();
    return List.of(
        source,
        count(listed.size()),
        count(listed.size() - pending.size()),
        count(pending.size() - changed),
        count(changed),
        count(current.stream().mapToLong(version -> version.file().read()).sum()),
        count(current.stream().mapToLong(version -> version.file().rejected()).sum()),
        count(new Replays(source, exports.exports(), ledger).count()));
  }

  private void showRuns() {
    TextTable table =
        new TextTable(
            text("run"),
            text("command"),
            text("outcome"),
            number("seconds"),
            number("lines read"),
            number("rejected"));
    for (RunReport run : runs.latest(RUNS)) {
      table.line(
          List.of(
              run.runId(),
              run.command(),
              run.outcome().toString().toLowerCase(Locale.ROOT),
              "%.1f".formatted(run.seconds()),
              count(run.sources().stream().mapToLong(SourceReport::linesRead).sum()),
              count(run.sources().stream().mapToLong(SourceReport::rejected).sum())));
    }
    table.write(streams.out());
  }

  private static String count(long number) {
    return "%,d".formatted(number);
  }
}
