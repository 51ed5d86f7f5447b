package com.sparkify.etl.core.property;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.core.Nullable;
import com.sparkify.etl.core.fixture.Computed;
import com.sparkify.etl.core.fixture.Found;
import com.sparkify.etl.core.fixture.Spark;
import com.sparkify.etl.core.quality.Check;
import com.sparkify.etl.core.source.LogEvents;
import com.sparkify.etl.core.source.StagedRows;
import com.sparkify.etl.core.source.TextRepair;
import com.sparkify.etl.core.star.Kept;
import com.sparkify.etl.core.star.Songplays;
import com.sparkify.etl.core.star.Songplays.Match;
import com.sparkify.etl.core.star.StarInput;
import com.sparkify.etl.core.star.StarSchema;
import com.sparkify.etl.core.star.UserLevels;
import com.sparkify.etl.core.star.WatchedPlays;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of the tables of any records. */
class StarPropertyTest {

  private static final int SONGS = 150;
  private static final int EVENTS = 600;

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 7", "3, 64"})
  void neitherOrderNorRepetitionNorPartitionsChangeAnyTable(long seed, int partitions) {
    WildData data = WildData.of(seed, SONGS, EVENTS);
    Map<String, List<Row>> expected = Spark.compiled(() -> tables(data, 1));

    Map<String, List<Row>> found =
        Spark.compiled(
            () ->
                Spark.with(
                    "spark.sql.adaptive.enabled",
                    "false",
                    () ->
                        Spark.with(
                            "spark.sql.shuffle.partitions",
                            String.valueOf(partitions),
                            () -> tables(data.twice().shuffled(seed), partitions))));

    expected.forEach((table, rows) -> assertThat(rows).as(table).isNotEmpty());
    expected.forEach((table, rows) -> assertThat(found.get(table)).as(table).isEqualTo(rows));
  }

  @ParameterizedTest
  @EnumSource
  void everyDistinctPlayIsOneRowWhateverTheCatalogueHolds(Match match) {
    WildData data = WildData.of(4, SONGS, EVENTS);
    List<Row> identities = identities(data);

    for (int songs : new int[] {0, 1, 2_000}) {
      Dataset<Row> songplays =
          Songplays.from(data.stagedEvents(), WildData.of(5, songs, 0).stagedSongs(), match);
      assertThat(
              Spark.compiled(
                  () ->
                      Found.in(
                          songplays,
                          Songplays.SESSION_ID,
                          Songplays.ITEM_IN_SESSION,
                          Songplays.USER_ID,
                          Songplays.START_TIME)))
          .hasSize(identities.size())
          .doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {6, 7})
  void thePeriodsOfAListenerCoverAllOfTheirTimeOnce(long seed) {
    Map<Long, List<Row>> periods = periods(WildData.of(seed, 0, EVENTS));

    assertThat(periods.values()).anyMatch(rows -> rows.size() > 3);
    periods.values().forEach(StarPropertyTest::assertUnbroken);
  }

  @ParameterizedTest
  @ValueSource(longs = {8, 9})
  void theLevelAsOfAPlayIsThePlaysUnlessEventsOfThatInstantDiffer(long seed) {
    WildData data = WildData.of(seed, 0, EVENTS);
    Map<Long, List<Row>> periods = periods(data);
    Set<List<Object>> contested = contested(data);

    List<Row> plays =
        Found.in(
            Songplays.from(
                data.stagedEvents(), WildData.of(1, 0, 0).stagedSongs(), Match.TITLE_ARTIST),
            Songplays.USER_ID,
            Songplays.START_TIME,
            Songplays.LEVEL);
    List<Row> checked =
        plays.stream()
            .filter(play -> !contested.contains(List.of(play.get(0), play.get(1))))
            .toList();

    assertThat(contested).isNotEmpty();
    assertThat(checked).hasSizeGreaterThan(200);
    assertThat(checked)
        .allSatisfy(
            play ->
                assertThat(asOf(periods.get(play.getLong(0)), play.getAs(1)))
                    .isEqualTo(play.getString(2)));
  }

  @Test
  void allPromisesHold() {
    WildData data = WildData.of(10, SONGS, EVENTS);
    StarSchema.Built built = built(data.stagedSongs(), data.stagedEvents());
    StarSchema star = Computed.once(built.star());

    assertThat(star.checks()).hasSize(19);
    for (Check check : star.checks()) {
      assertThat(check.violations().collectAsList()).as(check.promise()).isEmpty();
    }
    assertThat(built.everyPlayIsKept().violations().collectAsList()).isEmpty();
  }

  @Test
  void playsAreCountedAsTheyAreRead() {
    WildData data = WildData.of(12, SONGS, EVENTS);
    StarSchema.Built built = built(data.stagedSongs(), data.stagedEvents());
    StarSchema star = Computed.once(built.star());

    WatchedPlays plays = built.plays().watched(Map.of());
    List<Row> rows = plays.rows().collectAsList();
    WatchedPlays.Counts counts = plays.counts();

    assertThat(counts.total()).isEqualTo(rows.size()).isEqualTo(star.songplays().count());
    assertThat(counts.plays()).isEqualTo(rows.size());
    assertThat(counts.rows())
        .isEqualTo(
            rows.stream()
                .map(row -> YearMonth.of(row.<Integer>getAs("year"), row.<Integer>getAs("month")))
                .collect(Collectors.groupingBy(month -> month, Collectors.counting())));
    assertThat(counts.startTimes().keys()).isEqualTo(star.time().count());
    assertThat(counts.broken()).isNotEmpty().allSatisfy((name, n) -> assertThat(n).isZero());
  }

  @Test
  void everyRecordIsAcceptedOrRejected() {
    WildData data = WildData.of(11, SONGS, EVENTS);
    Dataset<Row> staged = data.stagedEvents();

    int accepted = StagedRows.accepted(staged).collectAsList().size();
    int rejected = StagedRows.rejected(staged).collectAsList().size();

    assertThat(rejected).isPositive();
    assertThat(accepted + rejected).isEqualTo(data.events().size());
  }

  private static Map<String, List<Row>> tables(WildData data, int partitions) {
    Map<String, List<Row>> tables = new TreeMap<>();
    star(data.stagedSongs().repartition(partitions), data.stagedEvents().repartition(partitions))
        .tables()
        .forEach((table, rows) -> tables.put(table.name(), Found.sorted(rows)));
    return tables;
  }

  private static StarSchema star(Dataset<Row> songs, Dataset<Row> events) {
    return built(songs, events).star();
  }

  private static StarSchema.Built built(Dataset<Row> songs, Dataset<Row> events) {
    return StarSchema.built(
        StarInput.of(songs, events, events),
        Match.TITLE_ARTIST,
        TextRepair.DECODED,
        Kept.NOWHERE,
        Runnable::run);
  }

  private static List<Row> identities(WildData data) {
    return Found.in(
            data.stagedEvents().where("reject_reason is null and page = 'NextSong'"),
            LogEvents.SESSION_ID,
            LogEvents.ITEM_IN_SESSION,
            LogEvents.USER_ID,
            LogEvents.TS)
        .stream()
        .distinct()
        .toList();
  }

  private static Map<Long, List<Row>> periods(WildData data) {
    Map<Long, List<Row>> periods = new HashMap<>();
    UserLevels.from(data.stagedEvents()).collectAsList().stream()
        .sorted(Comparator.comparing(row -> row.<Instant>getAs(2)))
        .forEach(row -> periods.merge(row.getLong(0), List.of(row), StarPropertyTest::joined));
    return periods;
  }

  private static <T> List<T> joined(List<T> some, List<T> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  private static void assertUnbroken(List<Row> periods) {
    for (int i = 0; i < periods.size(); i++) {
      boolean last = i == periods.size() - 1;
      Row period = periods.get(i);
      assertThat(period.getBoolean(4)).isEqualTo(last);
      if (last) {
        assertThat(period.isNullAt(3)).isTrue();
      } else {
        assertThat(period.<Instant>getAs(3))
            .isAfter(period.<Instant>getAs(2))
            .isEqualTo(periods.get(i + 1).<Instant>getAs(2));
        assertThat(period.getString(1)).isNotEqualTo(periods.get(i + 1).getString(1));
      }
    }
  }

  /** Listener and instant of events that differ in level: the exception of rule 5. */
  private static Set<List<Object>> contested(WildData data) {
    Map<List<Object>, String> levels = new HashMap<>();
    Set<List<Object>> contested = new HashSet<>();
    for (Row event :
        Found.in(
            data.stagedEvents().where("reject_reason is null and userId is not null"),
            LogEvents.USER_ID,
            LogEvents.TS,
            LogEvents.LEVEL)) {
      List<Object> moment = List.of(event.getLong(0), Instant.ofEpochMilli(event.getLong(1)));
      String other = levels.put(moment, event.getString(2));
      if (other != null && !other.equals(event.getString(2))) {
        contested.add(moment);
      }
    }
    return contested;
  }

  private static String asOf(@Nullable List<Row> periods, Instant instant) {
    return periods == null
        ? "nobody"
        : periods.stream()
            .filter(period -> !period.<Instant>getAs(2).isAfter(instant))
            .filter(period -> period.isNullAt(3) || period.<Instant>getAs(3).isAfter(instant))
            .map(period -> period.getString(1))
            .reduce((one, other) -> "both " + one + " and " + other)
            .orElse("none");
  }
}
