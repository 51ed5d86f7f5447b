package com.sparkify.etl.runner.report;

import com.sparkify.etl.io.storage.Documents;
import com.sparkify.etl.io.storage.StorageTrouble;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/** The reports of the runs of a lake: {@code <lake>/_sparkify/runs/<run-id>.json}. */
public final class RunLog {
  private static final String SUFFIX = ".json";

  /** The name of a report that a run kept; another file in the folder is somebody's own. */
  private static final String WRITTEN = "[0-9]{8}T[0-9]{6}\\.[0-9]{3}Z\\.json";

  private final Path folder;
  private final Configuration conf;
  private final Documents documents;

  public RunLog(String lake, Configuration conf) {
    this.folder = new Path(lake, "_sparkify/runs");
    this.conf = conf;
    this.documents = new Documents(conf);
  }

  /** Keeps {@code report} in the lake, and returns where. */
  public String keep(RunReport report) {
    return write(report, new Path(folder, report.runId() + SUFFIX));
  }

  /** Writes {@code report} to the file {@code path}, in place of what is there. */
  public String write(RunReport report, Path path) {
    try {
      documents.write(path, report);
      return path.toString();
    } catch (IOException e) {
      throw StorageTrouble.failure(
          "write the report of run '%s' to '%s'".formatted(report.runId(), path), e);
    }
  }

  /** The last {@code count} reports, newest first. */
  public List<RunReport> latest(int count) {
    try {
      List<RunReport> reports = new ArrayList<>();
      for (Path report : newestFirst().limit(count).toList()) {
        documents.read(report, RunReport.class).ifPresent(reports::add);
      }
      return reports;
    } catch (IOException e) {
      throw StorageTrouble.failure("read the reports in '%s'".formatted(folder), e);
    }
  }

  /** The report of the run {@code id}; empty if there is none any more. */
  public Optional<RunReport> find(String id) {
    Path report = new Path(folder, id + SUFFIX);
    try {
      return documents.read(report, RunReport.class);
    } catch (IOException e) {
      throw StorageTrouble.failure("read the report '%s'".formatted(report), e);
    }
  }

  /**
   * The names of reports older than the run {@code id}, but for the {@code always} newest of all.
   */
  public List<String> before(String id, int always) {
    try {
      return newestFirst()
          .map(Path::getName)
          .filter(name -> name.matches(WRITTEN))
          .skip(always)
          .filter(name -> name.compareTo(id) < 0)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw StorageTrouble.failure("list the reports in '%s'".formatted(folder), e);
    }
  }

  /** Removes reports by their names. */
  public void remove(List<String> names) {
    try {
      for (String name : names) {
        documents.delete(new Path(folder, name));
      }
    } catch (IOException e) {
      throw StorageTrouble.failure("remove old reports in '%s'".formatted(folder), e);
    }
  }

  private Stream<Path> newestFirst() throws IOException {
    try {
      return Stream.of(folder.getFileSystem(conf).listStatus(folder))
          .map(FileStatus::getPath)
          .filter(path -> path.getName().endsWith(SUFFIX) && !path.getName().startsWith("_"))
          .sorted(Comparator.comparing(Path::getName).reversed());
    } catch (FileNotFoundException noRuns) {
      return Stream.of();
    }
  }
}
