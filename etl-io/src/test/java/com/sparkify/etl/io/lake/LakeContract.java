package com.sparkify.etl.io.lake;

import static com.sparkify.etl.core.table.Field.optional;
import static com.sparkify.etl.core.table.Field.required;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.raise_error;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.column.TimeSpan;
import com.sparkify.etl.core.quality.Watch;
import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.io.fixture.Spark;
import com.sparkify.etl.io.lake.Release.Amount;
import com.sparkify.etl.io.lake.Release.Part;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

/** What every format of the lake keeps. A format's test extends it. */
public abstract class LakeContract {
  static final Field NAME = required("name", StringType, "Name");
  static final Field AT = optional("at", TimestampType, "When");
  static final Field YEAR = required("year", IntegerType, "Year");
  static final Field MONTH = required("month", IntegerType, "Month");

  protected static final Table PLAIN = Table.of("plain", List.of(NAME, AT), List.of(NAME));
  protected static final Table MONTHLY =
      Table.of("monthly", List.of(YEAR, NAME, MONTH), List.of(NAME)).partitionedBy(YEAR, MONTH);
  static final Table TIMED =
      Table.of("timed", List.of(AT, YEAR, MONTH), List.of(AT)).partitionedBy(YEAR, MONTH);
  private static final Set<List<Object>> NOVEMBER = Set.of(List.of(2018, 11));
  static final Table NAMED =
      Table.of("named", List.of(NAME, AT), List.of(NAME)).partitionedBy(NAME).orderedBy(AT);

  private static final Timestamp NOON = Timestamp.from(Instant.parse("2018-11-01T12:00:00.123Z"));

  private final String root;
  private final Function<String, Lake> opened;
  private final Lake lake;
  private int runs;

  /**
   * Tells the contract of a lake at {@code root}, a path or URI below which nothing is.
   *
   * @param opened the lake at a path or URI, below which there may be one already
   */
  protected LakeContract(String root, Function<String, Lake> opened) {
    this.root = root;
    this.opened = opened;
    this.lake = opened.apply(root);
  }

  @Test
  void hasNothingBeforeTheFirstRelease() {
    assertThat(lake.current()).isEmpty();
    assertThatThrownBy(() -> lake.read(PLAIN))
        .isInstanceOf(EtlException.class)
        .hasMessageContaining("no table 'plain'")
        .hasMessageContaining(root);
  }

  @Test
  void readsWhatWasPublishedInTheOrderOfTheTablesColumns() {
    publish(
        plain(RowFactory.create("a", NOON), RowFactory.create("b", null)),
        monthly(all(), RowFactory.create(2018, "x", 11)));

    assertThat(rows(PLAIN))
        .containsExactlyInAnyOrder(RowFactory.create("a", NOON), RowFactory.create("b", null));
    assertThat(rows(MONTHLY)).containsExactly(RowFactory.create(2018, "x", 11));
    assertThat(lake.read(MONTHLY).columns()).containsExactly("year", "name", "month");
  }

  @Test
  void aReleaseReplacesTheWholeTable() {
    publish(plain(RowFactory.create("a", NOON), RowFactory.create("b", NOON)));

    publish(plain(RowFactory.create("c", NOON)));

    assertThat(rows(PLAIN)).containsExactly(RowFactory.create("c", NOON));
  }

  @Test
  void publishingTheSameRowsAgainLeavesThem() {
    publish(plain(RowFactory.create("a", NOON)), monthly(all(), RowFactory.create(2018, "x", 11)));

    publish(plain(RowFactory.create("a", NOON)), monthly(all(), RowFactory.create(2018, "x", 11)));

    assertThat(rows(PLAIN)).containsExactly(RowFactory.create("a", NOON));
    assertThat(rows(MONTHLY)).containsExactly(RowFactory.create(2018, "x", 11));
  }

  @Test
  void replacesOnlyTheNamedPartitions() {
    publish(monthly(all(), RowFactory.create(2018, "old", 10), RowFactory.create(2018, "old", 11)));

    publish(monthly(only(2018, 11), RowFactory.create(2018, "new", 11)));

    assertThat(rows(MONTHLY))
        .containsExactlyInAnyOrder(
            RowFactory.create(2018, "old", 10), RowFactory.create(2018, "new", 11));
  }

  @Test
  void aNamedPartitionWithoutRowsEndsUpEmpty() {
    publish(
        monthly(all(), RowFactory.create(2018, "stays", 10), RowFactory.create(2018, "goes", 11)));

    publish(monthly(only(2018, 11)));

    assertThat(rows(MONTHLY)).containsExactly(RowFactory.create(2018, "stays", 10));
  }

  @Test
  void tellsTheTimesOfTheRowsInEachFile() {
    publish(
        timed(all(), "2018-10-31T23:59:59.999Z", "2018-11-01T00:00:00.000Z"),
        plain(RowFactory.create("a", NOON)));
    publish(timed(staying(), "2018-11-02T00:00:00.001Z", "2018-11-02T10:00:00.000Z"));

    assertThat(lake.filesInTime(TIMED, NOVEMBER))
        .extracting(TimedFile::folder, TimedFile::span, TimedFile::rows)
        .containsExactlyInAnyOrder(
            tuple(
                "year=2018/month=11",
                span("2018-11-01T00:00:00.000Z", "2018-11-01T00:00:00.000Z"),
                1L),
            tuple(
                "year=2018/month=11",
                span("2018-11-02T00:00:00.001Z", "2018-11-02T10:00:00.000Z"),
                2L));
    assertThat(lake.filesInTime(MONTHLY, NOVEMBER)).isEmpty();
  }

  @Test
  void filesThatStayKeepTheirRows() {
    publish(timed(all(), "2018-10-31T23:59:59.999Z", "2018-11-01T00:00:00.000Z"));
    publish(timed(staying(), "2018-11-02T00:00:00.001Z"));
    List<TimedFile> first =
        lake.filesInTime(TIMED, NOVEMBER).stream()
            .filter(file -> file.span().last() < millis("2018-11-02T00:00:00.000Z"))
            .toList();

    publish(
        timed(
            Optional.of(new Replaced(NOVEMBER, first)),
            "2018-11-03T00:00:00.000Z",
            "2018-11-03T00:00:00.001Z"));

    assertThat(rows(TIMED).stream().map(row -> row.<Timestamp>getAs("at").toInstant().toString()))
        .containsExactlyInAnyOrder(
            "2018-10-31T23:59:59.999Z",
            "2018-11-01T00:00:00Z",
            "2018-11-03T00:00:00Z",
            "2018-11-03T00:00:00.001Z");
    assertThat(lake.current().orElseThrow().rowsOf("timed"))
        .containsOnly(Map.entry("year=2018/month=10", 1L), Map.entry("year=2018/month=11", 3L));
    assertThat(lake.filesInTime(TIMED, NOVEMBER)).containsAll(first).hasSize(2);
  }

  @Test
  void aTableOfWhichNothingIsReplacedStaysAsItIs() {
    publish(plain(RowFactory.create("a", NOON)));

    publish(part(PLAIN, Optional.of(Replaced.NOTHING), RowFactory.create("b", NOON)));

    assertThat(rows(PLAIN)).containsExactly(RowFactory.create("a", NOON));
    Version version = lake.current().orElseThrow();
    assertThat(version.runId()).isEqualTo("run-2");
    assertThat(version.rowsOf("plain")).containsOnly(Map.entry("", 1L));
  }

  /** November without the files that it has. */
  private Optional<Replaced> staying() {
    return Optional.of(new Replaced(NOVEMBER, lake.filesInTime(TIMED, NOVEMBER)));
  }

  private static Part timed(Optional<Replaced> replaced, String... times) {
    List<Row> rows = new ArrayList<>();
    Map<List<Object>, Long> counts = new HashMap<>();
    for (String time : times) {
      int month = Instant.parse(time).atZone(ZoneOffset.UTC).getMonthValue();
      rows.add(RowFactory.create(Timestamp.from(Instant.parse(time)), 2018, month));
      counts.merge(List.of(2018, month), 1L, Long::sum);
    }
    return new Part(TIMED, Spark.session().createDataFrame(rows, TIMED.schema()), counts, replaced);
  }

  private static TimeSpan span(String first, String last) {
    return new TimeSpan(millis(first), millis(last));
  }

  private static long millis(String time) {
    return Instant.parse(time).toEpochMilli();
  }

  @Test
  void aTableWithoutRowsReadsAsEmpty() {
    publish(plain(), monthly(all()));

    assertThat(rows(PLAIN)).isEmpty();
    assertThat(rows(MONTHLY)).isEmpty();
  }

  @Test
  void partitionValuesMayHoldAnyCharacter() {
    publish(
        part(
            NAMED,
            all(),
            RowFactory.create("a/b=c %?#é", NOON),
            RowFactory.create("..", NOON),
            RowFactory.create("x y", null)));

    assertThat(rows(NAMED))
        .containsExactlyInAnyOrder(
            RowFactory.create("a/b=c %?#é", NOON),
            RowFactory.create("..", NOON),
            RowFactory.create("x y", null));
  }

  @Test
  void aReleaseThatFailsPublishesNothing() {
    publish(
        plain(RowFactory.create("old", NOON)), monthly(all(), RowFactory.create(2018, "old", 11)));
    Part failing = failing(monthly(all(), RowFactory.create(2018, "new", 11)));

    assertThatThrownBy(() -> publish(plain(RowFactory.create("new", NOON)), failing))
        .hasStackTraceContaining("out of luck");

    assertThat(rows(PLAIN)).containsExactly(RowFactory.create("old", NOON));
    assertThat(rows(MONTHLY)).containsExactly(RowFactory.create(2018, "old", 11));
    assertThat(lake.current()).map(Version::runId).contains("run-1");
  }

  @Test
  void theAuditSeesRowsThatAreWrittenAndNobodySeesThem() {
    publish(plain(RowFactory.create("old", NOON)));
    Part counted = counted(plain(RowFactory.create("new", NOON)));
    List<Row> seen = new ArrayList<>();

    publish(
        () -> {
          assertThat(counted.rowCounts()).containsOnly(Map.entry(List.of(), 1L));
          seen.addAll(opened.apply(root).read(PLAIN).collectAsList());
        },
        counted);

    assertThat(seen).containsExactly(RowFactory.create("old", NOON));
    assertThat(rows(PLAIN)).containsExactly(RowFactory.create("new", NOON));
    assertThat(lake.current().orElseThrow().rowsOf("plain")).containsOnly(Map.entry("", 1L));
  }

  @Test
  void whatFailsTheAuditIsNeverPublished() {
    publish(plain(RowFactory.create("old", NOON)));
    IllegalStateException broken = new IllegalStateException("a promise is broken");

    assertThatThrownBy(
            () ->
                publish(
                    () -> {
                      throw broken;
                    },
                    plain(RowFactory.create("new", NOON))))
        .isSameAs(broken);

    assertThat(rows(PLAIN)).containsExactly(RowFactory.create("old", NOON));
    assertThat(lake.current()).map(Version::runId).contains("run-1");
    assertThat(lake.recover()).isEmpty();
    publish(plain(RowFactory.create("later", NOON)));
    assertThat(rows(PLAIN)).containsExactly(RowFactory.create("later", NOON));
  }

  /** {@code part}, of which the number of rows is known once they are written. */
  private static Part counted(Part part) {
    Watch watch = new Watch();
    Dataset<Row> rows = watch.over(part.rows(), List.of(count(lit(1)).as("rows")));
    return new Part(
        part.table(),
        rows,
        new Amount(() -> 1, () -> Map.of(List.of(), (Long) watch.values().get("rows")), false),
        part.replaced());
  }

  @Test
  void aReleaseAfterOneThatFailedPublishesAsIfThatHadNeverBeen() {
    publish(plain(RowFactory.create("old", NOON)));
    assertThatThrownBy(() -> publish(failing(plain(RowFactory.create("bad", NOON)))));

    publish(plain(RowFactory.create("new", NOON)));

    assertThat(rows(PLAIN)).containsExactly(RowFactory.create("new", NOON));
  }

  @Test
  void knowsTheVersionThatIsPublished() {
    publish(
        monthly(
            all(),
            RowFactory.create(2018, "a", 10),
            RowFactory.create(2018, "b", 11),
            RowFactory.create(2018, "c", 11)));

    publish(monthly(only(2018, 11), RowFactory.create(2018, "b", 11)));

    Version version = opened.apply(root).current().orElseThrow();
    assertThat(version.runId()).isEqualTo("run-2");
    assertThat(version.basis()).isEqualTo(basis());
    assertThat(version.rowsOf("monthly"))
        .containsOnly(Map.entry("year=2018/month=10", 1L), Map.entry("year=2018/month=11", 1L));
  }

  @Test
  void aVersionMayFollowFromPackedBatchesAndKeepsItsRows() {
    publish(plain(RowFactory.create("a", NOON)));
    Basis packed = new Basis(Set.of("000003"), Set.of("000004"), "rules");

    lake.rebase(packed);

    Version version = opened.apply(root).current().orElseThrow();
    assertThat(version.basis()).isEqualTo(packed);
    assertThat(version.runId()).isEqualTo("run-1");
    assertThat(opened.apply(root).recorded()).contains(version);
    assertThat(rows(PLAIN)).containsExactly(RowFactory.create("a", NOON));
  }

  protected void publish(Part... parts) {
    publish(() -> {}, parts);
  }

  private void publish(Runnable audit, Part... parts) {
    runs++;
    Release release = new Release("run-" + runs, Instant.EPOCH, basis(), List.of(parts), audit);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      lake.publish(release, threads);
    } finally {
      threads.shutdown();
    }
  }

  protected List<Row> rows(Table table) {
    return lake.read(table).collectAsList();
  }

  protected static Part plain(Row... rows) {
    return part(PLAIN, all(), rows);
  }

  protected static Part monthly(Optional<Replaced> replaced, Row... rows) {
    Map<List<Object>, Long> counts = new HashMap<>();
    for (Row row : rows) {
      counts.merge(List.of(row.get(0), row.get(2)), 1L, Long::sum);
    }
    return new Part(
        MONTHLY,
        Spark.session().createDataFrame(List.of(rows), MONTHLY.schema()),
        counts,
        replaced);
  }

  protected static Part part(Table table, Optional<Replaced> replaced, Row... rows) {
    Dataset<Row> dataset = Spark.session().createDataFrame(List.of(rows), table.schema());
    return new Part(table, dataset, Map.of(List.of(), (long) rows.length), replaced);
  }

  protected static Optional<Replaced> all() {
    return Optional.empty();
  }

  protected static Optional<Replaced> only(int year, int month) {
    return Optional.of(Replaced.whole(Set.of(List.of(year, month))));
  }

  private static Part failing(Part part) {
    Dataset<Row> rows =
        part.rows()
            .withColumn(
                "name",
                when(NAME.column().isNotNull(), raise_error(lit("out of luck")))
                    .otherwise(NAME.column()));
    return new Part(part.table(), rows, part.amount(), part.replaced());
  }

  private static Basis basis() {
    return new Basis(Set.of("000001"), Set.of("000001", "000002"), "rules");
  }
}
