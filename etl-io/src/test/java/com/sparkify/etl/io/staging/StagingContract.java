package com.sparkify.etl.io.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sparkify.etl.core.column.TimeSpan;
import com.sparkify.etl.core.source.LogEvents;
import com.sparkify.etl.core.source.Origin;
import com.sparkify.etl.core.source.StagedRows;
import com.sparkify.etl.io.source.JsonSource;
import com.sparkify.etl.io.source.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What every way of staging keeps, told for events. An implementation's test extends it. */
public abstract class StagingContract {
  private static final String HOME =
      """
      {"ts": %d, "page": "Home", "level": "free", "sessionId": 1, "itemInSession": 0, "userId": "7"}
      """;

  /** A folder of log files. */
  public interface Logs {
    /** The URI of the folder. */
    String uri();

    /** Writes a file whose time differs from that of the one that it replaces. */
    void write(String name, String content);
  }

  private final Logs logs;
  final JsonSource source;
  final Staging staging;

  /**
   * Tells the contract of a staging area.
   *
   * @param source the events of {@code logs}
   * @param opened an empty staging area that reads by a source
   */
  protected StagingContract(Logs logs, JsonSource source, Function<JsonSource, Staging> opened) {
    this.logs = logs;
    this.source = source;
    this.staging = opened.apply(source);
  }

  @Test
  void aSourceThatWasNeverStagedHasNoBatch() {
    assertThat(staging.ledger().batches()).isEmpty();
    assertThat(staging.current(staging.ledger()).collectAsList()).isEmpty();
  }

  @Test
  void everyRecordIsARowOfItsBatch() {
    logs.write("a.json", HOME.formatted(1) + "rubbish\n" + HOME.formatted(2));
    logs.write("b.json", "");

    Batch batch = staging.stage(source.list());

    assertThat(batch.read()).isEqualTo(4);
    assertThat(batch.accepted()).isEqualTo(2);
    assertThat(batch.rejectsByReason()).containsOnly(Map.entry("malformed-json", 2L));
    assertThat(batch.files())
        .allSatisfy(file -> assertThat(file.read()).isEqualTo(file.accepted() + file.rejected()));
    assertThat(staging.ledger().batches()).containsExactly(batch);
    assertThat(staging.current(staging.ledger()).count()).isEqualTo(4);
  }

  @Test
  void aRejectedRowKeepsItsBytesItsLineAndItsFile() {
    logs.write("a.json", HOME.formatted(1) + "rub\u00e9bish\n");

    staging.stage(source.list());

    Row reject =
        staging
            .current(staging.ledger())
            .transform(StagedRows::rejected)
            .select(Origin.RAW.column(), Origin.SOURCE_LINE.column(), Origin.SOURCE_FILE.column())
            .head();
    assertThat(reject.<byte[]>getAs(0)).asString().isEqualTo("rub\u00e9bish");
    assertThat(reject.getLong(1)).isEqualTo(2);
    assertThat(reject.getString(2)).endsWith("/a.json");
  }

  @Test
  void countsFieldsThatTheSchemaDoesNotKnow() {
    logs.write(
        "a.json", HOME.formatted(1).replace("{", "{\"mood\": \"good\", ") + HOME.formatted(2));

    assertThat(staging.stage(source.list()).unknownFields()).containsOnly(Map.entry("mood", 1L));
  }

  @Test
  void whatIsStagedIsPendingNoMore() {
    logs.write("a.json", HOME.formatted(1));
    staging.stage(source.list());
    logs.write("b.json", HOME.formatted(2));

    assertThat(staging.ledger().pending(source.list()))
        .extracting(SourceFile::path)
        .singleElement()
        .asString()
        .endsWith("/b.json");
  }

  @Test
  void aChangedFileReplacesItsRows() {
    logs.write("a.json", HOME.formatted(1) + HOME.formatted(2));
    logs.write("b.json", HOME.formatted(3));
    staging.stage(source.list());
    logs.write("a.json", HOME.formatted(4));

    List<SourceFile> pending = staging.ledger().pending(source.list());
    staging.stage(pending);

    assertThat(pending).hasSize(1);
    assertThat(times(staging.current(staging.ledger()))).containsExactlyInAnyOrder(3L, 4L);
    assertThat(staging.ledger().pending(source.list())).isEmpty();
  }

  @Test
  void whatChangedIsTheNewRowsAndThoseThatTheyReplace() {
    logs.write("a.json", HOME.formatted(1));
    logs.write("b.json", HOME.formatted(2));
    String first = staging.stage(source.list()).id();
    logs.write("a.json", HOME.formatted(3));
    String second = staging.stage(staging.ledger().pending(source.list())).id();
    logs.write("a.json", HOME.formatted(4));
    staging.stage(staging.ledger().pending(source.list()));
    Ledger ledger = staging.ledger();

    assertThat(times(staging.changed(ledger, Set.of(first)))).containsExactlyInAnyOrder(1L, 3L, 4L);
    assertThat(times(staging.changed(ledger, Set.of(first, second))))
        .containsExactlyInAnyOrder(3L, 4L);
    assertThat(times(staging.changed(ledger, ledger.batchIds()))).isEmpty();
  }

  @Test
  void ofTheFilesOfSomeTimesAllRowsThatCountAreThere() {
    logs.write("a.json", HOME.formatted(1) + HOME.formatted(2));
    staging.stage(source.list());
    logs.write("b.json", HOME.formatted(5) + HOME.formatted(9));
    staging.stage(staging.ledger().pending(source.list()));
    logs.write("a.json", HOME.formatted(6) + "rubbish\n");
    staging.stage(staging.ledger().pending(source.list()));
    logs.write("c.json", "rubbish\n");
    staging.stage(staging.ledger().pending(source.list()));

    assertThat(times(during(0, 100))).containsExactlyInAnyOrder(5L, 6L, 9L);
    assertThat(times(during(7, 8))).containsExactlyInAnyOrder(5L, 9L);
    assertThat(times(during(1, 1))).isEmpty();
    assertThat(times(during(10, 100))).isEmpty();
  }

  private Dataset<Row> during(long first, long last) {
    return staging
        .current(staging.ledger(), LogEvents.TS, times -> times.meets(new TimeSpan(first, last)))
        .transform(StagedRows::accepted);
  }

  @Test
  void batchesOnlyAddToOthersAsLongAsTheyHoldNoFileOfThemAgain() {
    logs.write("a.json", HOME.formatted(1));
    String first = staging.stage(source.list()).id();
    logs.write("b.json", HOME.formatted(2));
    staging.stage(staging.ledger().pending(source.list()));

    assertThat(staging.ledger().onlyAddsTo(Set.of(first))).isTrue();

    Set<String> both = staging.ledger().batchIds();
    logs.write("b.json", HOME.formatted(3));
    staging.stage(staging.ledger().pending(source.list()));

    assertThat(staging.ledger().onlyAddsTo(both)).isFalse();
    assertThat(staging.ledger().onlyAddsTo(Set.of(first))).isFalse();
    assertThat(staging.ledger().onlyAddsTo(staging.ledger().batchIds())).isTrue();
  }

  @Test
  void aPackedBatchHasTheRowsAndTheLedgerOfThoseThatItStandsFor() {
    logs.write("a.json", HOME.formatted(1) + "rubbish\n");
    logs.write("b.json", HOME.formatted(2));
    staging.stage(source.list());
    logs.write("a.json", HOME.formatted(3) + "more rubbish\n");
    staging.stage(staging.ledger().pending(source.list()));
    Ledger before = staging.ledger();
    List<Row> rows = staging.current(before).collectAsList();

    Batch packed = staging.pack(before.packing(before.batchIds()));

    Ledger after = staging.ledger();
    assertThat(after.batches()).containsExactly(packed);
    assertThat(packed.files())
        .containsExactlyElementsOf(
            before.currentVersions().stream().map(version -> version.file()).toList());
    assertThat(staging.current(after).collectAsList()).containsExactlyInAnyOrderElementsOf(rows);
    assertThat(after.inPlaceOf(before.batchIds())).containsExactly(packed.id());
    assertThat(after.pending(source.list())).isEmpty();
    assertThat(staging.leftovers()).isEqualTo(before.batchIds());

    staging.removeLeftovers();

    assertThat(staging.leftovers()).isEmpty();
    assertThat(staging.ledger()).isEqualTo(after);
    assertThat(staging.current(after).collectAsList()).containsExactlyInAnyOrderElementsOf(rows);
  }

  @Test
  void aFileThatChangesAfterPackingReplacesItsRows() {
    logs.write("a.json", HOME.formatted(1));
    staging.stage(source.list());
    logs.write("b.json", HOME.formatted(2));
    staging.stage(staging.ledger().pending(source.list()));
    Ledger before = staging.ledger();
    String packed = staging.pack(before.packing(before.batchIds())).id();
    logs.write("a.json", HOME.formatted(3));
    staging.stage(staging.ledger().pending(source.list()));
    Ledger ledger = staging.ledger();

    assertThat(times(staging.current(ledger))).containsExactlyInAnyOrder(2L, 3L);
    assertThat(times(staging.changed(ledger, Set.of(packed)))).containsExactlyInAnyOrder(1L, 3L);
  }

  @Test
  void packingLeavesTheRowsThatABatchThatIsNotPackedReplaces() {
    logs.write("a.json", HOME.formatted(1));
    staging.stage(source.list());
    logs.write("b.json", HOME.formatted(2));
    staging.stage(staging.ledger().pending(source.list()));
    logs.write("c.json", HOME.formatted(3));
    staging.stage(staging.ledger().pending(source.list()));
    Set<String> built = staging.ledger().batchIds();
    logs.write("a.json", HOME.formatted(4));
    staging.stage(staging.ledger().pending(source.list()));

    staging.pack(staging.ledger().packing(built));
    staging.removeLeftovers();

    Ledger ledger = staging.ledger();
    assertThat(ledger.batchIds()).hasSize(3);
    assertThat(times(staging.current(ledger))).containsExactlyInAnyOrder(2L, 3L, 4L);
    assertThat(times(staging.changed(ledger, ledger.inPlaceOf(built))))
        .containsExactlyInAnyOrder(1L, 4L);
  }

  @Test
  void aLoadThatFailsLeavesNothingThatCounts() {
    logs.write("a.json", HOME.formatted(1));
    SourceFile gone = new SourceFile(logs.uri() + "/gone.json", 100, 0);

    assertThatThrownBy(() -> staging.stage(List.of(source.list().get(0), gone)))
        .hasStackTraceContaining("gone.json");

    assertThat(staging.ledger().batches()).isEmpty();
    assertThat(staging.stage(source.list()).read()).isEqualTo(1);
    assertThat(staging.ledger().batches()).hasSize(1);
  }

  private static List<Long> times(Dataset<Row> events) {
    return events.select(LogEvents.TS.column()).collectAsList().stream()
        .map(row -> row.getLong(0))
        .toList();
  }
}
