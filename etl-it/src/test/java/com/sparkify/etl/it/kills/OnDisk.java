package com.sparkify.etl.it.kills;

import com.sparkify.etl.it.Orphans;
import com.sparkify.etl.it.Program;
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
  public Format format() {
    return format;
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
    Running running = moment instanceof Before operation ? watched(operation, stopped) : start();
    return Kill.at(moment, running, () -> Files.exists(stopped));
  }

  /** Starts a run that stands still at {@code step} until it is told to go on. */
  Stopped stoppedAt(Step step) {
    Path sign = folder.resolve("stopped-" + UUID.randomUUID());
    Running running = watched((Before) momentOf(step), sign);
    if (!Kill.comes(momentOf(step), running, () -> Files.exists(sign))) {
      throw new IllegalStateException("the run did not come so far: " + running.ended());
    }
    return new Stopped(running, sign);
  }

  /** A process that stands still as long as there is the file {@code sign}. */
  record Stopped(Running running, Path sign) implements AutoCloseable {

    /** Lets it go on to its end. */
    Ended goesOn() throws IOException {
      Files.delete(sign);
      return running.ended();
    }

    @Override
    public void close() {
      running.kill();
    }
  }

  /** Takes the lake away from whoever has it, as one does who believes that process dead. */
  void removeLock() throws IOException {
    Files.delete(lake.resolve("_sparkify/lock"));
  }

  private Running watched(Before moment, Path stopped) {
    String fileSystem =
        "--set=sparkify.spark.conf.spark.hadoop.fs.file.impl=" + WatchedFileSystem.class.getName();
    return format
        .program()
        .withMoreOptions(
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
    return format.program().start(folder, arguments().toArray(String[]::new));
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
    return Stream.concat(Orphans.among(Folders.files(lake)).stream(), format.remains(lake).stream())
        .toList();
  }
}
