package com.sparkify.etl.core.star;

import static com.sparkify.etl.core.fixture.RawRecord.play;
import static com.sparkify.etl.core.fixture.RawRecord.visit;
import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.core.fixture.Computed;
import com.sparkify.etl.core.fixture.Found;
import com.sparkify.etl.core.fixture.Given;
import com.sparkify.etl.core.fixture.RawRecord;
import com.sparkify.etl.core.property.WildData;
import com.sparkify.etl.core.source.LogEvents;
import com.sparkify.etl.core.source.TextRepair;
import com.sparkify.etl.core.star.Kept.Ahead;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LevelSpansTest {

  private static final Dataset<Row> EVENTS =
      Computed.once(
          Given.events(
              at(10, 1, "free"),
              at(10, 3, "free"),
              at(11, 1, "free"),
              at(11, 2, "free"),
              at(11, 3, "paid"),
              at(11, 4, "family"),
              at(12, 1, "free"),
              at(12, 2, "paid"),
              at(12, 3, "free"),
              at(13, 1, "free"),
              at(13, 1, "paid"),
              at(14, 1, "free"),
              at(14, 2, "free"),
              at(14, 2, "paid"),
              at(14, 3, "paid"),
              at(15, 1, "family"),
              at(15, 2, "paid"),
              at(15, 2, "free"),
              at(15, 3, "free"),
              visit().with(LogEvents.USER_ID, " ")));

  private static final Dataset<Row> SPANS = Computed.once(LevelSpans.of(EVENTS));

  @Test
  void aListenerHasOneSpanOnEachLevel() {
    assertThat(Found.values(SPANS, LogEvents.USER_ID))
        .containsExactlyInAnyOrder(10L, 11L, 11L, 11L, 12L, 12L, 13L, 13L, 14L, 14L, 15L, 15L, 15L);
  }

  @Test
  void onlyListenersWhoseLevelsFollowOneAnotherAreDoneWithoutTheirEvents() {
    assertThat(Found.values(LevelSpans.apart(SPANS), LogEvents.USER_ID))
        .containsExactlyInAnyOrder(10L, 11L, 11L, 11L);
    assertThat(Found.values(LevelSpans.overlapping(SPANS, EVENTS), LogEvents.USER_ID))
        .containsOnly(12L, 13L, 14L, 15L)
        .hasSize(13);
  }

  @Test
  void theNewestEventsAreThoseOfTheLastInstantOfEachListener() {
    assertNewest(Optional.empty());
    assertNewest(Optional.of(leastLast(SPANS)));
  }

  @Test
  void theLeastLastTimeIsThatOfTheListenerWhoLeftFirst() {
    assertThat(leastLast(SPANS)).isEqualTo(1);
    assertThat(leastLast(LevelSpans.of(EVENTS.where("userId in (10, 11)")))).isEqualTo(3);
  }

  private static long leastLast(Dataset<Row> spans) {
    return spans.agg(LevelSpans.LEAST_LAST).head().getLong(0);
  }

  private static void assertNewest(Optional<Long> leastLast) {
    assertThat(
            Found.in(
                LevelSpans.newest(new Ahead(SPANS, leastLast), EVENTS),
                LogEvents.USER_ID,
                LogEvents.TS,
                LogEvents.LEVEL))
        .extracting(Row::toString)
        .containsExactlyInAnyOrder(
            "[10,3,free]",
            "[11,4,family]",
            "[12,3,free]",
            "[13,1,free]",
            "[13,1,paid]",
            "[14,3,paid]",
            "[15,3,free]");
  }

  @ParameterizedTest
  @ValueSource(longs = {12, 13, 14})
  void whatIsKnownOfTheListenersChangesNoRow(long seed) {
    Dataset<Row> events = Computed.once(WildData.of(seed, 0, 70).stagedEvents());
    Dataset<Row> spans = Computed.once(LevelSpans.of(events));

    assertThat(LevelSpans.apart(spans).collectAsList()).hasSizeGreaterThan(5);
    assertThat(LevelSpans.overlapping(spans, events).collectAsList()).hasSizeGreaterThan(5);
    assertSame(
        Users.from(events, TextRepair.AS_WRITTEN, new Ahead(spans, Optional.of(leastLast(spans)))),
        Users.from(events));
    assertSame(UserLevels.from(events, spans), UserLevels.from(events));
  }

  private static void assertSame(Dataset<Row> found, Dataset<Row> expected) {
    List<Row> rows = Found.sorted(expected);

    assertThat(rows).isNotEmpty();
    assertThat(Found.sorted(found)).isEqualTo(rows);
  }

  private static RawRecord at(int listener, long millis, String level) {
    return play()
        .with(LogEvents.USER_ID, String.valueOf(listener))
        .with(LogEvents.TS, millis)
        .with(LogEvents.LEVEL, level);
  }
}
