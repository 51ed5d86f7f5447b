package com.sparkify.etl.core.star;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.core.fixture.Computed;
import com.sparkify.etl.core.fixture.ComputedAhead;
import com.sparkify.etl.core.fixture.Found;
import com.sparkify.etl.core.fixture.Given;
import com.sparkify.etl.core.fixture.RawRecord;
import com.sparkify.etl.core.property.WildData;
import com.sparkify.etl.core.source.LogEvents;
import com.sparkify.etl.core.source.TextRepair;
import com.sparkify.etl.core.star.Songplays.Match;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangedListenersTest {
  private static final int EVENTS = 300;
  private static final int GONE = 4;
  private static final int COME = 6;

  @ParameterizedTest
  @ValueSource(longs = {21, 22})
  void theirRowsAndThoseOfTheOthersAreAllThatAFullBuildMakes(long seed) {
    List<RawRecord> wild = WildData.of(seed, 0, EVENTS).events();
    List<RawRecord> gone = wild.subList(0, GONE);
    List<RawRecord> stay = wild.subList(GONE, wild.size() - COME);
    List<RawRecord> come = wild.subList(wild.size() - COME, wild.size());
    StarSchema before = star(all(staged(gone, stay)));
    Dataset<Row> now = staged(stay, come);
    ChangedListeners changed = changed(staged(gone, come));

    requireSame(built(changed, changed.eventsIn(now), now, before), star(all(now)));
  }

  @ParameterizedTest
  @ValueSource(longs = {24, 25, 26, 27})
  void whereEventsOnlyCameThePublishedPeriodsTellWhatWasBefore(long seed) {
    List<RawRecord> wild = WildData.of(seed, 0, EVENTS).events();
    List<RawRecord> come = wild.subList(0, COME);
    List<RawRecord> stay = wild.subList(COME, wild.size());
    StarSchema before = star(all(staged(List.of(), stay)));
    Dataset<Row> now = staged(stay, come);
    ChangedListeners changed = changed(staged(List.of(), come));

    Dataset<Row> events = Computed.once(changed.eventsIn(now, before.userLevels()));

    assertThat(events.collectAsList())
        .hasSizeLessThan(changed.eventsIn(now).collectAsList().size());
    requireSame(built(changed, events, now, before), star(all(now)));
  }

  private static ChangedListeners changed(Dataset<Row> events) {
    return ChangedListeners.of(events, new ComputedAhead()).orElseThrow();
  }

  private static StarSchema built(
      ChangedListeners changed, Dataset<Row> events, Dataset<Row> plays, StarSchema before) {
    SettledListeners others = changed.others(before.users(), before.userLevels());
    assertThat(others.users().collectAsList())
        .isNotEmpty()
        .hasSizeLessThan(before.users().collectAsList().size());
    ListenerInput listeners = new ListenerInput(events, Optional.of(others));
    return star(new StarInput(Given.songs(), () -> listeners, plays, plays));
  }

  private static void requireSame(StarSchema found, StarSchema expected) {
    assertThat(Found.sorted(found.users())).isEqualTo(Found.sorted(expected.users()));
    assertThat(Found.sorted(found.userLevels())).isEqualTo(Found.sorted(expected.userLevels()));
  }

  private static Dataset<Row> staged(List<RawRecord> some, List<RawRecord> more) {
    return Computed.once(
        LogEvents.staged(
            Given.raw(LogEvents.RAW, Stream.concat(some.stream(), more.stream()).toList())));
  }

  private static StarInput all(Dataset<Row> events) {
    return StarInput.of(Given.songs(), events, events);
  }

  private static StarSchema star(StarInput input) {
    return Computed.once(
        StarSchema.built(input, Match.TITLE_ARTIST, TextRepair.DECODED, Kept.NOWHERE, Runnable::run)
            .star());
  }
}
