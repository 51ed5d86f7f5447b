package com.sparkify.etl.runner.job;

import com.google.inject.Inject;
import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.io.staging.Ledger;
import com.sparkify.etl.io.staging.StagedFile;
import com.sparkify.etl.io.storage.StorageTrouble;
import com.sparkify.etl.runner.output.Progress;
import com.sparkify.etl.runner.output.Streams;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Writes rejected records to a folder, so that they can be mended and put back: {@code
 * <source>/replay-<export-id>-<reason>.json} with the bytes of a record a line, and beside it
 * {@code _replay-<export-id>-<reason>.index.csv}, which says where each came from and is not read
 * as a source file. The lake keeps the same index, and knows the files by their names when they
 * come back.
 */
final class RejectsExport {
  private final ExportLog log;
  private final Configuration conf;
  private final Clock clock;
  private final Progress progress;
  private final Streams streams;

  @Inject
  RejectsExport(
      ExportLog log, Configuration conf, Clock clock, Progress progress, Streams streams) {
    this.log = log;
    this.conf = conf;
    this.clock = clock;
    this.progress = progress;
    this.streams = streams;
  }

  /**
   * Writes those of {@code rejected} that are not replayed to {@code folder}.
   *
   * @throws EtlException of kind CONFIG if the folder holds something
   */
  void write(Dataset<Row> rejected, List<Ledger> ledgers, String folder) {
    Path root = new Path(folder);
    String id = RunRecord.idOf(clock.instant());
    progress.phase("export rejected lines");
    try {
      requireEmpty(root);
      ExportFiles files = new ExportFiles(root, id, root.getFileSystem(conf), versions(ledgers));
      try (files) {
        Iterator<Row> rows = pending(rejected).toLocalIterator();
        while (rows.hasNext()) {
          files.add(rows.next());
        }
      }
      log.keep(id, files.exported());
      progress.close();
      print(files, root);
    } catch (IOException e) {
      throw StorageTrouble.failure("export the rejected lines to '%s'".formatted(root), e);
    }
  }

  private void requireEmpty(Path root) throws IOException {
    FileSystem files = root.getFileSystem(conf);
    if (files.exists(root)
        && (files.getFileStatus(root).isFile() || files.listStatus(root).length > 0)) {
      throw new EtlException(
          Kind.CONFIG,
          "--export is '%s', which holds something; expected a folder that is absent or empty"
              .formatted(root));
    }
  }

  private static Dataset<Row> pending(Dataset<Row> rejected) {
    return rejected
        .where(RejectedLines.REPLAYED.column().equalTo("no"))
        .orderBy(
            RejectedLines.SOURCE.column(),
            RejectedLines.REASON.column(),
            RejectedLines.FILE.column(),
            RejectedLines.LINE.column());
  }

  private static Map<String, StagedFile> versions(List<Ledger> ledgers) {
    Map<String, StagedFile> versions = new HashMap<>();
    ledgers.forEach(
        ledger ->
            ledger
                .currentVersions()
                .forEach(version -> versions.put(version.file().path(), version.file())));
    return versions;
  }

  private void print(ExportFiles files, Path root) {
    streams
        .out()
        .print("%,d rejected lines exported to %s\n".formatted(files.exported().size(), root));
    files.sizes().forEach((file, n) -> streams.out().print("  %s %,d\n".formatted(file, n)));
    if (files.empty() > 0) {
      streams.out().print("%,d hold nothing that could be mended\n".formatted(files.empty()));
    }
  }
}
