package com.sparkify.etl.io.lake.iceberg;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.io.lake.History;
import com.sparkify.etl.io.lake.Lake;
import com.sparkify.etl.io.lake.Maintenance;
import com.sparkify.etl.io.lake.Replaced;
import com.sparkify.etl.io.lake.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Cuts a process off before each change that it makes to a file, by keeping what the lake was then.
 * Rows are read without Spark.
 */
class CutOffRunsTest {
  private static final String OCTOBER = "2018-10-31T23:59:59.999999Z";
  private static final String NOVEMBER = "2018-11-01T00:00:00Z";

  private final Path folder;
  private final Path root;
  private final Configuration conf = StepsFileSystem.conf(Plays.conf());

  CutOffRunsTest(@TempDir Path folder) {
    this.folder = folder;
    this.root = folder.resolve("lake");
  }

  @Test
  void aPublishIsFinishedOrUndoneWhereverItIsCutOff() {
    Plays.publish(lake(), "1", OCTOBER, NOVEMBER);

    List<Path> cutOff = whereverCutOff("publish", () -> Plays.publish(lake(), "2", NOVEMBER));

    assertThat(recoveredRuns(cutOff)).startsWith("1").endsWith("2").isSorted();
  }

  @Test
  void theFirstPublishIsFinishedOrLeavesNothing() {
    List<Path> cutOff = whereverCutOff("first", () -> Plays.publish(lake(), "1", OCTOBER));

    assertThat(recoveredRuns(cutOff)).startsWith("none").endsWith("1").containsOnly("none", "1");
    restore(cutOff.get(cutOff.size() / 2));
    assertThat(Plays.publish(lake(), "2", NOVEMBER).runId()).isEqualTo("2");
  }

  @Test
  void aRollbackIsFinishedOrUndoneWhereverItIsCutOff() {
    Plays.publish(lake(), "1", OCTOBER, NOVEMBER);
    Plays.publish(lake(), "2", NOVEMBER);
    History history = lake().history().orElseThrow();

    List<Path> cutOff = whereverCutOff("rollback", () -> history.rollBack("1", "3", Instant.EPOCH));

    assertThat(recoveredRuns(cutOff)).startsWith("2").endsWith("3").isSorted();
  }

  @Test
  void maintenanceThatIsCutOffLeavesTheRowsAndIsTakenUpAgain() {
    for (int month = 1; month <= 5; month++) {
      Replaced replaced = Replaced.whole(Set.of(List.of(2018, month)));
      String time = "2018-%02d-01T00:00:00Z".formatted(month);
      lake().publish(Plays.release("" + month, Optional.of(replaced), time), Runnable::run);
    }
    History history = lake().history().orElseThrow();

    List<Path> cutOff = whereverCutOff("maintain", () -> history.maintain(keepingOne("maintain")));

    Set<String> current = new TreeSet<>();
    for (Path state : cutOff) {
      restore(state);
      lake().recover();
      assertThat(rowsOfPlays()).as(state.toString()).isEqualTo(10);
      current.add(lake().current().orElseThrow().runId());
    }
    assertThat(current).containsExactly("5", "maintain");
    restore(cutOff.get(cutOff.size() / 2));
    lake().history().orElseThrow().maintain(keepingOne("again"));
    assertThat(rowsOfPlays()).isEqualTo(10);
    assertThat(lake().history().orElseThrow().versions()).hasSize(1);
  }

  private static Maintenance keepingOne(String runId) {
    Instant later = Instant.now().plusSeconds(60);
    return new Maintenance(runId, later, 1 << 20, 1, Duration.ZERO, Duration.ZERO);
  }

  private long rowsOfPlays() {
    return lake().read(Plays.PLAYS).count();
  }

  @Test
  void aRecoveryThatIsCutOffIsFinishedByTheNext() {
    Plays.publish(lake(), "1", OCTOBER, NOVEMBER);
    List<Path> cutOff = whereverCutOff("publish", () -> Plays.publish(lake(), "2", NOVEMBER));

    Set<String> runs = new TreeSet<>();
    for (int i = cutOff.size() - 2; i >= 0; i -= 6) {
      restore(cutOff.get(i));
      List<Path> again = whereverCutOff("recovery-" + i, () -> lake().recover());
      Set<String> after = new TreeSet<>(recoveredRuns(again));
      assertThat(after).as("recovery of state %d", i).hasSizeLessThanOrEqualTo(1);
      runs.addAll(after);
    }
    assertThat(runs).containsExactly("1", "2");
  }

  /** What the lake was before each change that {@code action} makes, and after the last. */
  private List<Path> whereverCutOff(String name, Runnable action) {
    List<Path> states = new ArrayList<>();
    Runnable keep =
        () -> {
          synchronized (states) {
            Path state = folder.resolve(name + "-" + states.size());
            copy(root, state);
            states.add(state);
          }
        };
    StepsFileSystem.watching(keep, action);
    keep.run();
    return states;
  }

  /** The version to which each of {@code states} is brought, after it was found to be whole. */
  private List<String> recoveredRuns(List<Path> states) {
    List<String> runs = new ArrayList<>();
    for (Path state : states) {
      restore(state);
      String before = runOfRowsAtNewestTag();
      lake().recover();
      assertThat(lake().recover()).as(state.toString()).isEmpty();
      assertThat(runOfRowsAtNewestTag()).as(state.toString()).isEqualTo(before);
      requireNothingIsLeft(state);
      runs.add(lake().current().map(Version::runId).orElse("none"));
    }
    return runs;
  }

  /** Every table is read at the tag of the newest version; all must be of one run. */
  private String runOfRowsAtNewestTag() {
    List<Version> versions = lake().history().orElseThrow().versions();
    if (versions.isEmpty()) {
      return "none";
    }
    Version newest = versions.get(versions.size() - 1);
    String wrote = newest.restored().isEmpty() ? newest.runId() : newest.restored();
    tables()
        .forEach(
            (name, table) -> assertThat(runs(table, newest.runId())).as(name).containsOnly(wrote));
    return newest.runId();
  }

  private void requireNothingIsLeft(Path state) {
    List<Version> versions = lake().history().orElseThrow().versions();
    Set<String> expected = new TreeSet<>();
    versions.forEach(version -> expected.add("run-" + version.runId()));
    if (!versions.isEmpty()) {
      expected.add(SnapshotRef.MAIN_BRANCH);
    }
    tables()
        .forEach(
            (name, table) -> {
              assertThat(table.refs().keySet())
                  .as("%s of %s", name, state)
                  .containsExactlyInAnyOrderElementsOf(expected);
              assertThat(Refs.main(table))
                  .as("%s of %s", name, state)
                  .isEqualTo(Refs.snapshotOf(table, newestRun(versions)));
            });
  }

  private static String newestRun(List<Version> versions) {
    return versions.isEmpty() ? "none" : versions.get(versions.size() - 1).runId();
  }

  private static Set<String> runs(Table table, String runId) {
    Set<String> runs = new TreeSet<>();
    try (CloseableIterable<Record> rows =
        IcebergGenerics.read(table)
            .useSnapshot(Refs.snapshotOf(table, runId).getAsLong())
            .build()) {
      rows.forEach(row -> runs.add((String) row.getField("run")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return runs;
  }

  private Map<String, Table> tables() {
    Map<String, Table> tables = new LinkedHashMap<>();
    Catalog catalog = Plays.catalogAt(root.toString());
    if (Files.exists(root.resolve("sparkify"))) {
      for (TableIdentifier id : catalog.listTables(Namespace.of("sparkify"))) {
        if (catalog.tableExists(id)) {
          tables.put(id.name(), catalog.loadTable(id));
        }
      }
    }
    return tables;
  }

  private Lake lake() {
    return Plays.lakeAt(root.toString(), conf);
  }

  private void restore(Path state) {
    delete(root);
    copy(state, root);
  }

  private static void copy(Path from, Path to) {
    if (!Files.exists(from)) {
      return;
    }
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path root) {
    if (!Files.exists(root)) {
      return;
    }
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
