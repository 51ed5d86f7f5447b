package com.sparkify.etl.io.lake.iceberg;

import com.sparkify.etl.io.lake.Version;
import com.sparkify.etl.io.lake.Version.Contents;
import com.sparkify.etl.io.lake.iceberg.Versions.Entry;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.iceberg.Table;

/**
 * How the lake stands when a run begins.
 *
 * @param tables what the catalog has, by name; looked at before {@code newest} was, so that who
 *     publishes in between is noticed
 * @param newest the newest version; empty if there is none
 * @param contents what its tables hold, by name
 */
record Standing(Map<String, Table> tables, Optional<Entry> newest, Map<String, Contents> contents) {

  static Standing of(LakeTables lake, Versions versions) throws IOException {
    Map<String, Table> tables = new TreeMap<>();
    lake.all().forEach(table -> tables.put(LakeTables.nameOf(table), table));
    Optional<Entry> newest = versions.newestOf(tables);
    Map<String, Contents> contents = versions.read(newest).map(Version::tables).orElse(Map.of());
    return new Standing(tables, newest, contents);
  }

  Optional<Table> table(String name) {
    return Optional.ofNullable(tables.get(name));
  }

  /** What table {@code name} holds in the newest version; empty if it is not in it. */
  OptionalLong snapshotOf(String name) {
    Table table = tables.get(name);
    return newest.isPresent() && table != null
        ? Refs.snapshotOf(table, newest.orElseThrow().runId())
        : OptionalLong.empty();
  }

  /** The entry of the version that follows. */
  Entry next(String runId) {
    return new Entry(newest.map(Entry::number).orElse(0) + 1, runId);
  }

  /** The tables of the newest version, by name. */
  Map<String, Table> version() {
    Map<String, Table> version = new TreeMap<>(tables);
    version.keySet().retainAll(contents.keySet());
    return version;
  }

  /** What each table holds in the newest version, by name. */
  Map<String, Long> snapshots() {
    Map<String, Long> snapshots = new TreeMap<>();
    contents.keySet().forEach(name -> snapshots.put(name, snapshotOf(name).getAsLong()));
    return snapshots;
  }

  /** Tables of the newest version whose main has other rows, since another program wrote to it. */
  List<String> mainElsewhere() {
    return version().entrySet().stream()
        .filter(table -> !Refs.mainHasRowsOf(table.getValue(), snapshotOf(table.getKey())))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** What a version holds that leaves all tables alone. */
  Map<String, Contents> keptContents() {
    Map<String, Contents> kept = new TreeMap<>();
    contents.forEach((name, held) -> kept.put(name, held.unchanged()));
    return kept;
  }

  /** The rows of table {@code name} by partition folder; none if it is in no version. */
  Map<String, Long> rowsOf(String name) {
    Contents held = contents.get(name);
    return held == null ? Map.of() : held.rows();
  }

  /** Whether main of each table has the rows of the newest version. */
  boolean isOnMain() {
    return version().keySet().equals(contents.keySet()) && mainElsewhere().isEmpty();
  }
}
