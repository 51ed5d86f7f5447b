package com.sparkify.etl.io.lake.iceberg;

import static com.sparkify.etl.core.table.Field.optional;
import static com.sparkify.etl.core.table.Field.required;
import static java.util.Objects.requireNonNull;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.io.fixture.Spark;
import com.sparkify.etl.io.lake.Basis;
import com.sparkify.etl.io.lake.History;
import com.sparkify.etl.io.lake.Lake;
import com.sparkify.etl.io.lake.LakeContract;
import com.sparkify.etl.io.lake.Maintained;
import com.sparkify.etl.io.lake.Maintenance;
import com.sparkify.etl.io.lake.Release;
import com.sparkify.etl.io.lake.Release.Part;
import com.sparkify.etl.io.lake.Replaced;
import com.sparkify.etl.io.lake.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IcebergLakeTest extends LakeContract {
  private static final String OCTOBER = "2018-10-31T23:59:59.999999Z";
  private static final String NOVEMBER = "2018-11-01T00:00:00Z";
  private static final Field ID = required("id", IntegerType, "Number");
  private static final Field NOTE = optional("note", StringType, "What is said; null if nothing");
  private static final Table NOTES = Table.of("notes", List.of(ID, NOTE), List.of(ID));

  private final String root;
  private final Lake lake;

  IcebergLakeTest(@TempDir Path folder) {
    super(folder.toString(), root -> Plays.lakeAt(root, Plays.conf()));
    this.root = folder.toString();
    this.lake = Plays.lakeAt(root, Plays.conf());
  }

  @Test
  void dividesRowsByTheMonthOfTheirTimestampAndReplacesWholeMonths() {
    Plays.publish(lake, "1", "2018-09-30T12:00:00Z", OCTOBER, NOVEMBER);

    lake.publish(
        Plays.release("2", Optional.of(Replaced.whole(Set.of(List.of(2018, 10)))), OCTOBER),
        Runnable::run);

    assertThat(stored("plays").spec().fields())
        .extracting(field -> field.transform().toString())
        .containsExactly("month");
    assertThat(lake.read(Plays.PLAYS).select("at", "run").distinct().collectAsList())
        .containsExactlyInAnyOrder(
            play("2018-09-30T12:00:00Z", "1"), play(OCTOBER, "2"), play(NOVEMBER, "1"));
    assertThat(lake.current().orElseThrow().rowsOf("plays")).hasSize(3).containsValue(2L);
  }

  @Test
  void tellsWhatTablesAndColumnsMean() {
    Plays.publish(lake, "1", NOVEMBER);

    assertThat(stored("plays").properties())
        .containsEntry("comment", "one song started by a listener");
    assertThat(stored("plays").schema().findField("run").doc())
        .isEqualTo("The run that wrote the row");
    assertThat(stored("plays").schema().identifierFieldNames())
        .containsExactlyInAnyOrder("at", "listener");
    assertThat(stored("plays").sortOrder().fields()).hasSize(2);
  }

  @Test
  void keepsEachVersionAsItWas() {
    Plays.publish(lake, "1", OCTOBER);
    Plays.publish(lake, "2", OCTOBER, NOVEMBER);

    History history = lake.history().orElseThrow();
    assertThat(history.versions()).extracting(Version::runId).containsExactly("1", "2");
    assertThat(runs(history, "1")).containsExactly(RowFactory.create("1", 2L));
    assertThat(runs(history, "2")).containsExactly(RowFactory.create("2", 4L));
    assertThatThrownBy(() -> history.read(Plays.PLAYS, "3"))
        .isInstanceOf(EtlException.class)
        .hasMessageContaining("no version of run '3'");
    assertThatThrownBy(() -> history.read(NOTES, "1"))
        .isInstanceOf(EtlException.class)
        .hasMessageContaining("has no table 'notes'");
  }

  @Test
  void aRollbackBringsAllTablesBackAndCanBeRolledBackItself() {
    Version first = Plays.publish(lake, "1", OCTOBER);
    Plays.publish(lake, "2", NOVEMBER);
    History history = lake.history().orElseThrow();

    Version back = history.rollBack("1", "3", Instant.EPOCH);

    assertThat(back.restored()).isEqualTo("1");
    assertThat(back.basis()).isEqualTo(first.basis());
    assertThat(back.rowsOf("plays")).isEqualTo(first.rowsOf("plays"));
    assertThat(lake.current()).contains(back);
    assertThat(lake.read(Plays.LISTENERS).select("run").distinct().collectAsList())
        .containsExactly(RowFactory.create("1"));
    history.rollBack("2", "4", Instant.EPOCH);
    assertThat(lake.read(Plays.PLAYS).select("run").distinct().collectAsList())
        .containsExactly(RowFactory.create("2"));
    assertThat(history.versions()).extracting(Version::runId).containsExactly("1", "2", "3", "4");
    assertThatThrownBy(() -> history.rollBack("5", "6", Instant.EPOCH))
        .isInstanceOf(EtlException.class)
        .hasMessageContaining("no version of run '5'");
  }

  @Test
  void aNewColumnIsNullInOlderRowsAndAWiderTypeHoldsThem() {
    publish(part(NOTES, all(), RowFactory.create(1, "old")));
    Table wider =
        Table.of(
            "notes",
            List.of(
                required("id", LongType, "Long number"), required("by", StringType, "Who"), NOTE),
            List.of());

    assertThat(lake.read(wider).collectAsList())
        .containsExactly(RowFactory.create(1L, null, "old"));
    publish(part(wider, all(), RowFactory.create(1L << 40, "Ann", "new")));

    assertThat(lake.read(wider).collectAsList())
        .containsExactly(RowFactory.create(1L << 40, "Ann", "new"));
    assertThat(lake.history().orElseThrow().read(wider, "run-1").collectAsList())
        .containsExactly(RowFactory.create(1L, null, "old"));
    assertThat(stored("notes").schema().findField("id").doc()).isEqualTo("Long number");
    assertThat(stored("notes").schema().columns())
        .extracting(column -> column.name())
        .containsExactly("id", "by", "note");
  }

  @Test
  void aColumnThatIsGoneOrNarrowerIsRefused() {
    Table other = Table.of("notes", List.of(ID), List.of(ID));
    Table retyped = Table.of("notes", List.of(required("id", StringType, "Text"), NOTE), List.of());
    publish(part(NOTES, all(), RowFactory.create(1, "old")), plain());

    assertThatThrownBy(() -> publish(plain(), part(other, all(), RowFactory.create(2))))
        .isInstanceOf(EtlException.class)
        .hasMessageContaining("'notes' has a column 'note' that its definition no longer has");
    assertThatThrownBy(() -> publish(part(retyped, all(), RowFactory.create("2", "new"))))
        .isInstanceOf(EtlException.class)
        .hasMessageContaining("'id' of type 'int' that its definition makes 'string'");

    assertThat(lake.current()).map(Version::runId).contains("run-1");
    assertThat(lake.read(NOTES).collectAsList()).containsExactly(RowFactory.create(1, "old"));
  }

  @Test
  void aTableMayBeDividedOtherwiseOnceItIsWrittenAsAWhole() {
    publish(part(NOTES, all(), RowFactory.create(1, "a"), RowFactory.create(2, "b")));
    Table divided = NOTES.partitionedBy(ID);

    assertThatThrownBy(
            () ->
                publish(
                    part(
                        divided,
                        Optional.of(Replaced.whole(Set.of(List.of(1)))),
                        RowFactory.create(1, "c"))))
        .isInstanceOf(EtlException.class)
        .hasMessageContaining("--full");
    publish(part(divided, all(), RowFactory.create(1, "d"), RowFactory.create(2, "e")));

    assertThat(stored("notes").spec().isPartitioned()).isTrue();
    assertThat(rows(divided)).hasSize(2);
  }

  @Test
  void rowsOtherThanThoseThatWereCountedAreNotPublished() {
    Release miscounted =
        new Release(
            "2",
            Instant.EPOCH,
            new Basis(Set.of(), Set.of(), ""),
            List.of(
                new Part(
                    NOTES,
                    part(NOTES, all(), RowFactory.create(1, "a")).rows(),
                    Map.of(List.of(), 2L),
                    all())));

    assertThatThrownBy(() -> lake.publish(miscounted, Runnable::run))
        .isInstanceOf(EtlException.class)
        .hasMessageContaining("'notes' do not hold the rows that were counted for it: 1 where 2");

    assertThat(lake.recorded()).isEmpty();
    assertThat(stored("notes").refs()).isEmpty();
  }

  @Test
  void theSlowerOfTwoWritersFailsAndLosesNothingOfTheOther() {
    Plays.publish(lake, "1", OCTOBER);
    AtomicBoolean overtaken = new AtomicBoolean();
    Executor slow =
        task -> {
          if (overtaken.compareAndSet(false, true)) {
            Plays.publish(Plays.lakeAt(root, Plays.conf()), "3", NOVEMBER);
          }
          task.run();
        };

    assertThatThrownBy(() -> lake.publish(Plays.release("2", all(), OCTOBER), slow))
        .isInstanceOf(EtlException.class)
        .hasMessageContaining("Could not publish run '2': another writer changed table")
        .extracting(failure -> ((EtlException) failure).kind())
        .isEqualTo(EtlException.Kind.STORAGE);

    assertThat(lake.current()).map(Version::runId).contains("3");
    assertThat(lake.recover()).isEmpty();
    assertThat(stored("plays").refs()).containsOnlyKeys("main", "run-1", "run-3");
  }

  @Test
  void whatAnotherProgramWroteToMainIsNoVersion() {
    Plays.publish(lake, "1", OCTOBER);
    stored("plays").newDelete().deleteFromRowFilter(Expressions.alwaysTrue()).commit();

    assertThat(lake.current()).isEmpty();
    assertThat(lake.recover()).isEmpty();
    assertThat(lake.read(Plays.PLAYS).count()).isEqualTo(2);
    publish(plain());

    assertThat(lake.current()).map(Version::runId).contains("run-1");
    assertThat(stored("plays").snapshot("main")).isEqualTo(stored("plays").snapshot("run-1"));
  }

  @Test
  void aProgramWithoutSparkCountsAndJoinsAtATag() throws IOException {
    Plays.publish(lake, "1", OCTOBER, NOVEMBER);
    Plays.publish(lake, "2", NOVEMBER);

    List<String> joined = new ArrayList<>();
    for (Record play : at("1", "plays")) {
      for (Record listener : at("1", "listeners")) {
        if (play.getField("listener").equals(listener.getField("listener"))) {
          joined.add(play.getField("at") + " " + listener.getField("run"));
        }
      }
    }

    assertThat(at("1", "plays")).hasSize(4);
    assertThat(at("2", "plays")).hasSize(2);
    assertThat(joined)
        .containsExactlyInAnyOrder(
            "2018-10-31T23:59:59.999999Z 1",
            "2018-10-31T23:59:59.999999Z 1",
            "2018-11-01T00:00Z 1",
            "2018-11-01T00:00Z 1");
  }

  @Test
  void maintenanceKeepsTheRowsInFewerFilesAndRemovesWhatIsOld() throws IOException {
    publish(part(NOTES, all(), RowFactory.create(1, "a")));
    publish(part(NOTES, all(), RowFactory.create(2, "b")));
    stored("notes").updateProperties().set("write.target-file-size-bytes", "1").commit();
    publish(notes(6_000));
    Path orphan = Path.of(root, "sparkify/notes/data/orphan.parquet");
    Files.writeString(orphan, "left by a writer that was cut off");
    History history = lake.history().orElseThrow();

    Maintained done = history.maintain(maintenance("run-4"));

    Maintained.Saved saved = requireNonNull(done.tables().get("notes"));
    assertThat(saved.before().data()).isEqualTo(6);
    assertThat(saved.after().data()).isEqualTo(1);
    assertThat(saved.after().bytes()).isLessThan(saved.before().bytes());
    assertThat(saved.removed().files()).isGreaterThan(3);
    assertThat(done.expired()).containsExactly("run-1", "run-2");
    assertThat(orphan).doesNotExist();
    assertThat(lake.read(NOTES).distinct().count()).isEqualTo(6_000);
    assertThat(history.read(NOTES, "run-3").distinct().count()).isEqualTo(6_000);
    assertThat(lake.current()).map(Version::runId).contains("run-4");
    assertThatThrownBy(() -> history.read(NOTES, "run-1"))
        .hasMessageContaining("no version of run 'run-1': it published none, or it has expired");
    assertThat(history.maintain(maintenance("run-5")).expired()).isEmpty();
    assertThat(history.versions()).extracting(Version::runId).containsExactly("run-3", "run-4");
  }

  private static Maintenance maintenance(String runId) {
    Instant later = Instant.now().plusSeconds(60);
    return new Maintenance(runId, later, 1 << 20, 2, Duration.ZERO, Duration.ZERO);
  }

  private static Part notes(long rows) {
    return new Part(
        NOTES,
        Spark.session().range(rows).selectExpr("cast(id as int) id", "cast(id as string) note"),
        Map.of(List.of(), rows),
        all());
  }

  @Test
  void leavesNoChecksumFiles() throws IOException {
    Plays.publish(lake, "1", OCTOBER);

    try (Stream<Path> files = Files.walk(Path.of(root))) {
      assertThat(files).noneMatch(file -> file.toString().endsWith(".crc"));
    }
  }

  private List<Record> at(String run, String name) throws IOException {
    org.apache.iceberg.Table table = stored(name);
    long snapshot = Refs.snapshotOf(table, run).getAsLong();
    try (CloseableIterable<Record> rows =
        IcebergGenerics.read(table).useSnapshot(snapshot).build()) {
      List<Record> read = new ArrayList<>();
      rows.forEach(read::add);
      return read;
    }
  }

  private org.apache.iceberg.Table stored(String name) {
    return Plays.catalogAt(root).loadTable(TableIdentifier.of("sparkify", name));
  }

  private static List<Row> runs(History history, String run) {
    return history.read(Plays.PLAYS, run).groupBy("run").count().collectAsList();
  }

  private static Row play(String at, String run) {
    return RowFactory.create(Timestamp.from(Instant.parse(at)), run);
  }
}
