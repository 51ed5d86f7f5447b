package com.sparkify.etl.io.lake.iceberg;

import com.sparkify.etl.io.lake.Version;
import com.sparkify.etl.io.lake.WorkFolder;
import com.sparkify.etl.io.storage.Documents;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.iceberg.Table;

/**
 * The versions of the lake: the documents {@code _sparkify/versions/<number>-<run-id>.json}, in the
 * order of their numbers, which no clock decides. A document is a version once each table that it
 * names has the run's tag; before, it is a publish at work or one that was cut off.
 */
final class Versions {
  private static final Pattern NAME = Pattern.compile("(\\d{8})-(.+)\\.json");

  private final Path folder;
  private final Configuration conf;
  private final Documents documents;
  private final LakeTables tables;

  /** Runs whose tables were found tagged; nothing takes a tag from a version that stays. */
  private final Set<String> tagged = ConcurrentHashMap.newKeySet();

  Versions(Path lake, Configuration conf, LakeTables tables) {
    this.folder = new Path(lake, "_sparkify/" + WorkFolder.VERSIONS);
    this.conf = conf;
    this.documents = new Documents(conf);
    this.tables = tables;
  }

  /** The name of a document. */
  record Entry(int number, String runId) {
    String file() {
      return "%08d-%s.json".formatted(number, runId);
    }
  }

  /** The newest version; empty if there is none. */
  Optional<Entry> newest() throws IOException {
    return newest(lookUp());
  }

  /** The newest version of which {@code found}, what the catalog had by name, has the tags. */
  Optional<Entry> newestOf(Map<String, Table> found) throws IOException {
    return newest(name -> Optional.ofNullable(found.get(name)));
  }

  private Optional<Entry> newest(Function<String, Optional<Table>> table) throws IOException {
    for (Entry entry : newestFirst()) {
      if (isVersion(entry, table)) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  /** The versions, oldest first. */
  List<Entry> all() throws IOException {
    Function<String, Optional<Table>> table = lookUp();
    List<Entry> versions = new ArrayList<>();
    for (Entry entry : newestFirst()) {
      if (isVersion(entry, table)) {
        versions.add(0, entry);
      }
    }
    return versions;
  }

  /** The version of run {@code runId}, if it is one. */
  Optional<Entry> of(String runId) throws IOException {
    for (Entry entry : newestFirst()) {
      if (entry.runId().equals(runId)) {
        return isVersion(entry, tables::find) ? Optional.of(entry) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Documents that are no versions and no older than {@code newest}: somebody was cut off. */
  List<Entry> unfinished(Optional<Entry> newest) throws IOException {
    int number = newest.map(Entry::number).orElse(0);
    Function<String, Optional<Table>> table = lookUp();
    List<Entry> unfinished = new ArrayList<>();
    for (Entry entry : newestFirst()) {
      if (entry.number() >= number && !isVersion(entry, table)) {
        unfinished.add(entry);
      }
    }
    return unfinished;
  }

  /** Every document, oldest first, also one that is no version. */
  List<Entry> documents() throws IOException {
    List<Entry> documents = new ArrayList<>(newestFirst());
    Collections.reverse(documents);
    return documents;
  }

  /** Every document there is of run {@code runId}. */
  List<Entry> documentsOf(String runId) throws IOException {
    return newestFirst().stream().filter(entry -> entry.runId().equals(runId)).toList();
  }

  /** The version {@code newest}; empty if there is none. */
  Optional<Version> read(Optional<Entry> newest) throws IOException {
    return newest.isPresent() ? Optional.of(get(newest.orElseThrow())) : Optional.empty();
  }

  /** The version {@code entry}, which somebody has just found to be one. */
  Version get(Entry entry) throws IOException {
    return read(entry)
        .orElseThrow(
            () ->
                new FileNotFoundException(
                    "'%s' is gone".formatted(new Path(folder, entry.file()))));
  }

  private Optional<Version> read(Entry entry) throws IOException {
    return documents.read(new Path(folder, entry.file()), Version.class);
  }

  void write(Entry entry, Version version) throws IOException {
    documents.write(new Path(folder, entry.file()), version);
  }

  void delete(Entry entry) throws IOException {
    documents.delete(new Path(folder, entry.file()));
  }

  /** Finds each table as it is when it is first asked for. */
  private Function<String, Optional<Table>> lookUp() {
    Map<String, Optional<Table>> looked = new HashMap<>();
    return name -> looked.computeIfAbsent(name, tables::find);
  }

  private boolean isVersion(Entry entry, Function<String, Optional<Table>> find)
      throws IOException {
    if (tagged.contains(entry.runId())) {
      return true;
    }
    Optional<Version> version = read(entry);
    if (version.isEmpty()) {
      return false;
    }
    for (String name : version.orElseThrow().tables().keySet()) {
      Optional<Table> table = find.apply(name);
      if (table.isEmpty() || Refs.snapshotOf(table.orElseThrow(), entry.runId()).isEmpty()) {
        return false;
      }
    }
    tagged.add(entry.runId());
    return true;
  }

  private List<Entry> newestFirst() throws IOException {
    try {
      return Arrays.stream(folder.getFileSystem(conf).listStatus(folder))
          .map(file -> NAME.matcher(file.getPath().getName()))
          .filter(Matcher::matches)
          .map(name -> new Entry(Integer.parseInt(name.group(1)), name.group(2)))
          .sorted(Comparator.comparingInt(Entry::number).thenComparing(Entry::runId).reversed())
          .toList();
    } catch (FileNotFoundException nothingYet) {
      return List.of();
    }
  }
}
