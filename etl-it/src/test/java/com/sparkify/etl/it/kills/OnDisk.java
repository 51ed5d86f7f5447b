package com.sparkify.etl.it.kills;

import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.it.DuckDb;
import com.sparkify.etl.it.Orphans;
import com.sparkify.etl.it.Program;
import com.sparkify.etl.it.Sparkify;
import com.sparkify.etl.it.Sparkify.Ended;
import com.sparkify.etl.it.Sparkify.Running;
import com.sparkify.etl.it.kills.Moment.Before;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A lake in a folder of a disk, read by DuckDB. */
final class OnDisk implements Site {
  private static final Pattern GONE =
      Pattern.compile("No such file|Cannot open file|No files found|does not exist");
  private final Path folder;
  private final Path lake;
  private final Path before;
  private final Program program;

  private OnDisk(Path folder, Program program) {
    this.folder = folder;
    this.program = program;
    this.lake = folder.resolve("lake");
    this.before = folder.resolve("before");
  }

  /** A lake below {@code folder}, which is empty. */
  static OnDisk in(Path folder, Program program) throws IOException {
    OnDisk site = new OnDisk(folder, program);
    Delivery.begin(folder);
    site.run().ok();
    Folders.copy(site.lake, site.before);
    Delivery.complete(folder);
    return site;
  }

  @Override
  public String name() {
    return "disk";
  }

  @Override
  public Moment momentOf(Step step) {
    return step.onDisk();
  }

  @Override
  public void restore() {
    Folders.delete(lake);
    Folders.copy(before, lake);
  }

  @Override
  public Optional<Ended> killedAt(Moment moment) {
    Path stopped = folder.resolve("stopped-" + UUID.randomUUID());
    Running running =
        moment instanceof Before operation
            ? watched(operation, stopped)
            : Sparkify.withJavaOptions().start(folder, arguments());
    return Kill.at(moment, running, () -> Files.exists(stopped));
  }

  private Running watched(Before moment, Path stopped) {
    String fileSystem =
        "--set=sparkify.spark.conf.spark.hadoop.fs.file.impl=" + WatchedFileSystem.class.getName();
    return Sparkify.withJavaOptions(
            "-D%s=%s".formatted(WatchedFileSystem.STOP_BEFORE, moment.operation()),
            "-D%s=%d".formatted(WatchedFileSystem.STOP_COUNT, moment.passed()),
            "-D%s=%s".formatted(WatchedFileSystem.STOPPED, stopped))
        .start(
            folder,
            Stream.concat(Stream.of(arguments()), Stream.of(fileSystem)).toArray(String[]::new));
  }

  @Override
  public Ended run() {
    return program.run(List.of(arguments()));
  }

  private String[] arguments() {
    return new String[] {
      "run",
      "--songs=" + folder.resolve(Delivery.SONGS),
      "--events=" + folder.resolve(Delivery.EVENTS),
      "--lake=" + lake
    };
  }

  @Override
  public List<List<String>> rows(Table table) throws Vanished {
    try {
      return new DuckDb(lake).table(table);
    } catch (SQLException e) {
      if (GONE.matcher(String.valueOf(e.getMessage())).find()) {
        throw new Vanished(e);
      }
      throw new IllegalStateException(e);
    }
  }

  @Override
  public List<String> orphans() {
    return Orphans.among(Folders.files(lake));
  }
}
