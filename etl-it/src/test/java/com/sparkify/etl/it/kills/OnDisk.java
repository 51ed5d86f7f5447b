package com.sparkify.etl.it.kills;

import com.sparkify.etl.it.Orphans;
import com.sparkify.etl.it.Program;
import com.sparkify.etl.it.Sparkify;
import com.sparkify.etl.it.Sparkify.Ended;
import com.sparkify.etl.it.Sparkify.Running;
import com.sparkify.etl.it.kills.Moment.Before;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** A lake in a folder of a disk. */
final class OnDisk implements Site {
  private final Path folder;
  private final Path lake;
  private final Path before;
  private final Program program;
  private final Format format;

  private OnDisk(Path folder, Program program, Format format) {
    this.folder = folder;
    this.program = program;
    this.format = format;
    this.lake = folder.resolve("lake");
    this.before = folder.resolve("before");
  }

  /** A lake below {@code folder}, which is empty. */
  static OnDisk in(Path folder, Program program, Format format) throws IOException {
    OnDisk site = new OnDisk(folder, program, format);
    Delivery.begin(folder);
    site.run().ok();
    Folders.copy(site.lake, site.before);
    Delivery.complete(folder);
    return site;
  }

  @Override
  public String name() {
    return format.on("disk");
  }

  @Override
  public List<Step> steps() {
    return format.steps();
  }

  @Override
  public List<Step> twice() {
    return format.twice();
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
            : start();
    return Kill.at(moment, running, () -> Files.exists(stopped));
  }

  private Running watched(Before moment, Path stopped) {
    String fileSystem =
        "--set=sparkify.spark.conf.spark.hadoop.fs.file.impl=" + WatchedFileSystem.class.getName();
    return Sparkify.withJavaOptions(
            "-D%s=%s".formatted(WatchedFileSystem.STOP_BEFORE, moment.operation()),
            "-D%s=%d".formatted(WatchedFileSystem.STOP_COUNT, moment.passed()),
            "-D%s=%s".formatted(WatchedFileSystem.STOPPED, stopped))
        .start(folder, arguments(fileSystem).toArray(String[]::new));
  }

  @Override
  public Ended run() {
    return program.run(arguments());
  }

  @Override
  public Running start() {
    return Sparkify.withJavaOptions().start(folder, arguments().toArray(String[]::new));
  }

  private List<String> arguments(String... more) {
    return Stream.of(
            Stream.of(
                "run",
                "--songs=" + folder.resolve(Delivery.SONGS),
                "--events=" + folder.resolve(Delivery.EVENTS),
                "--lake=" + lake),
            format.options().stream(),
            Stream.of(more))
        .flatMap(arguments -> arguments)
        .toList();
  }

  @Override
  public List<Question> questions() {
    return format.questions(lake);
  }

  @Override
  public List<String> orphans() {
    return Stream.concat(
            Orphans.among(Folders.files(lake)).stream(), format.remains(lake).stream())
        .toList();
  }
}
