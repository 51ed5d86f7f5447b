package com.sparkify.etl.runner.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sparkify.etl.io.staging.StagedFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;

/** The files of an export, of which one at a time is written. */
final class ExportFiles implements Closeable {
  private final Path root;
  private final String id;
  private final FileSystem files;
  private final Map<String, StagedFile> versions;
  private final List<ExportedReject> exported = new ArrayList<>();
  private final Map<String, Long> sizes = new TreeMap<>();

  private String open = "";
  private OutputStream records = OutputStream.nullOutputStream();
  private OutputStream index = OutputStream.nullOutputStream();
  private long nextLine;
  private long empty;

  /**
   * @param versions the source files that the records were rejected from, by path
   */
  ExportFiles(Path root, String id, FileSystem files, Map<String, StagedFile> versions) {
    this.root = root;
    this.id = id;
    this.files = files;
    this.versions = versions;
  }

  /**
   * Writes a row of {@link RejectedLines}. Rows come by source and reason.
   *
   * <p>A record that holds nothing, such as an empty file, would be no record of the export: it is
   * only counted.
   */
  void add(Row row) throws IOException {
    byte[] raw = row.getAs(RejectedLines.RAW.name());
    if (raw == null || isBlank(raw)) {
      empty++;
      return;
    }
    String source = row.getAs(RejectedLines.SOURCE.name());
    String reason = row.getAs(RejectedLines.REASON.name());
    String file = row.getAs(RejectedLines.FILE.name());
    long line = row.getAs(RejectedLines.LINE.name());
    String name = ExportedReject.fileName(id, reason);
    open(source, name);
    exported.add(reject(source, reason, file, line));
    sizes.merge(open, 1L, Long::sum);
    index.write(
        "%d,\"%s\",%d,%s\r\n"
            .formatted(nextLine, file.replace("\"", "\"\""), line, reason)
            .getBytes(UTF_8));
    records.write(raw);
    records.write('\n');
    nextLine += 1 + newlines(raw);
  }

  List<ExportedReject> exported() {
    return List.copyOf(exported);
  }

  /** The number of records in each file. */
  Map<String, Long> sizes() {
    return new TreeMap<>(sizes);
  }

  /** The number of records that were left out because they hold nothing. */
  long empty() {
    return empty;
  }

  @Override
  public void close() throws IOException {
    try (OutputStream first = records;
        OutputStream second = index) {
      first.flush();
      second.flush();
    }
  }

  private void open(String source, String name) throws IOException {
    String wanted = source + "/" + name;
    if (wanted.equals(open)) {
      return;
    }
    close();
    open = wanted;
    nextLine = 1;
    records = files.create(new Path(root, wanted), false);
    index =
        files.create(
            new Path(root, source + "/_" + name.replaceFirst("\\.json$", ".index.csv")), false);
    index.write("line,source_file,source_line,reason\r\n".getBytes(UTF_8));
  }

  private ExportedReject reject(String source, String reason, String file, long line) {
    StagedFile version = versions.get(file);
    if (version == null) {
      throw new IllegalStateException("'%s' is not in the ledger".formatted(file));
    }
    return new ExportedReject(
        source, reason, file, version.size(), version.modifiedMillis(), line, nextLine);
  }

  private static boolean isBlank(byte[] raw) {
    return new String(raw, UTF_8).isBlank();
  }

  private static long newlines(byte[] raw) {
    long newlines = 0;
    for (byte one : raw) {
      newlines += one == '\n' ? 1 : 0;
    }
    return newlines;
  }
}
