package com.sparkify.etl.io.lake.parquet;

import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.io.lake.Basis;
import com.sparkify.etl.io.lake.Recovery;
import com.sparkify.etl.io.lake.Recovery.Way;
import com.sparkify.etl.io.lake.Release;
import com.sparkify.etl.io.lake.Release.Part;
import com.sparkify.etl.io.lake.Replaced;
import com.sparkify.etl.io.lake.TimedFile;
import com.sparkify.etl.io.lake.Version;
import com.sparkify.etl.io.lake.Version.Contents;
import com.sparkify.etl.io.lake.parquet.Journal.Step;
import com.sparkify.etl.io.storage.Documents;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * The steps by which a release takes the place of the current version: write the new files of all
 * tables, bring them into the tables, then delete those that they replace. The journal {@code
 * _sparkify/publish.json} says at each instant what to undo or to finish; {@code
 * _sparkify/version.json} is what is published.
 */
final class Publication {

  /** Writes the files of parts, under names that no other file has. */
  interface Writing {
    /** Whether the commit of a job can wait where nobody sees a file before it. */
    boolean canCommitLater();

    /** Writes {@code part} below {@code folder}. */
    void write(Part part, Path folder, Map<String, String> options);
  }

  private final Path journal;
  private final Path current;
  private final Documents documents;
  private final TableFiles files;
  private final Path lake;
  private final Configuration conf;

  Publication(Path lake, Configuration conf) throws IOException {
    this.journal = new Path(lake, "_sparkify/publish.json");
    this.current = new Path(lake, "_sparkify/version.json");
    this.documents = new Documents(conf);
    this.files = new TableFiles(lake, conf);
    this.lake = lake;
    this.conf = conf;
  }

  /** The version that is published, if its files are all there and no others. */
  Optional<Version> current() throws IOException {
    Optional<Version> version = documents.read(current, Version.class);
    return version.isPresent() && isWhole(version.orElseThrow()) ? version : Optional.empty();
  }

  /** The version that was published last, whatever became of its files. */
  Optional<Version> recorded() throws IOException {
    return documents.read(current, Version.class);
  }

  /** Says that the version follows from {@code basis}; its files stay. */
  Version rebase(Basis basis) throws IOException {
    Version version =
        recorded().orElseThrow(() -> new IllegalStateException("nothing is published")).on(basis);
    documents.write(current, version);
    return version;
  }

  Version publish(Release release, Writing writing, Executor threads) throws IOException {
    Map<String, Map<String, Long>> before = new TreeMap<>();
    for (Part part : release.parts()) {
      before.put(part.table().name(), files.dataFiles(part.table().name()));
    }
    documents.write(journal, Journal.adding(version(release, Map.of()), paths(before)));
    Journal retiring;
    try (IncomingFiles incoming = new IncomingFiles(lake, conf, writing.canCommitLater())) {
      release.write(
          part -> {
            if (!part.isLeftAlone()) {
              writing.write(part, incoming.folder(part.table().name()), incoming.options());
            }
          },
          threads);
      for (Part part : release.parts()) {
        if (!part.isLeftAlone()) {
          files.createFolder(part.table().name());
          incoming.moveIn(part.table().name());
        }
      }
      retiring = retiring(release, before);
    } catch (IOException | RuntimeException e) {
      undoAfter(e);
      throw e;
    }
    documents.write(journal, retiring);
    return finish(retiring);
  }

  /** Finishes or undoes a publish that was cut off; empty if none was. */
  Optional<Recovery> recover() throws IOException {
    Optional<Journal> found = documents.read(journal, Journal.class);
    return found.isPresent() ? Optional.of(recover(found.orElseThrow())) : Optional.empty();
  }

  private Recovery recover(Journal cutOff) throws IOException {
    switch (cutOff.step()) {
      case ADDING -> undo(cutOff);
      case RETIRING -> {
        for (String table : cutOff.version().tables().keySet()) {
          files.deleteUnfinished(table);
        }
        finish(cutOff);
      }
    }
    return new Recovery(
        cutOff.version().runId(), cutOff.step() == Step.ADDING ? Way.UNDONE : Way.FINISHED);
  }

  private void undoAfter(Exception failure) {
    try {
      recover();
    } catch (IOException | RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  private void undo(Journal adding) throws IOException {
    IncomingFiles.discard(lake, conf);
    for (Map.Entry<String, List<String>> table : adding.kept().entrySet()) {
      files.deleteUnfinished(table.getKey());
      Set<String> added = new TreeSet<>(files.dataFiles(table.getKey()).keySet());
      table.getValue().forEach(added::remove);
      files.delete(added);
    }
    documents.delete(journal);
  }

  private Version finish(Journal retiring) throws IOException {
    files.delete(retiring.retire());
    IncomingFiles.discard(lake, conf);
    documents.write(current, retiring.version());
    documents.delete(journal);
    return retiring.version();
  }

  private Journal retiring(Release release, Map<String, Map<String, Long>> before)
      throws IOException {
    Optional<Version> previous = documents.read(current, Version.class);
    List<String> retire = new ArrayList<>();
    Map<String, Contents> contents = new TreeMap<>();
    for (Part part : release.parts()) {
      String name = part.table().name();
      Set<String> old = before.getOrDefault(name, Map.of()).keySet();
      List<String> replaced = old.stream().filter(replacedBy(part)).toList();
      Map<String, Long> kept = files.dataFiles(name);
      replaced.forEach(kept::remove);
      Map<String, Long> added = new TreeMap<>(kept);
      added.keySet().removeAll(old);
      retire.addAll(replaced);
      contents.put(
          name,
          new Contents(
              part.rowsAfter(previous.map(version -> version.rowsOf(name)).orElse(Map.of())),
              kept.size(),
              bytes(kept),
              added.size(),
              bytes(added)));
    }
    return Journal.retiring(version(release, contents), retire);
  }

  /** Which files of the table that a part belongs to hold rows that it replaces. */
  private static Predicate<String> replacedBy(Part part) {
    if (part.replaced().isEmpty()) {
      return file -> true;
    }
    Table table = part.table();
    Replaced replaced = part.replaced().orElseThrow();
    Set<String> folders =
        replaced.folders(table).stream()
            .map(folder -> table.name() + "/" + folder)
            .collect(Collectors.toSet());
    Set<String> staying =
        replaced.staying().stream().map(TimedFile::path).collect(Collectors.toSet());
    return file ->
        folders.contains(file.substring(0, file.lastIndexOf('/'))) && !staying.contains(file);
  }

  private boolean isWhole(Version version) throws IOException {
    for (Map.Entry<String, Contents> table : version.tables().entrySet()) {
      Map<String, Long> found = files.dataFiles(table.getKey());
      if (found.size() != table.getValue().files() || bytes(found) != table.getValue().bytes()) {
        return false;
      }
    }
    return true;
  }

  private static Version version(Release release, Map<String, Contents> contents) {
    return new Version(release.runId(), release.at().toString(), release.basis(), "", contents);
  }

  private static Map<String, List<String>> paths(Map<String, Map<String, Long>> files) {
    Map<String, List<String>> paths = new TreeMap<>();
    files.forEach((table, sizes) -> paths.put(table, List.copyOf(sizes.keySet())));
    return paths;
  }

  private static long bytes(Map<String, Long> files) {
    return files.values().stream().mapToLong(Long::longValue).sum();
  }
}
