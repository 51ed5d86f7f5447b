package com.sparkify.etl.core.star;

import static com.sparkify.etl.core.fixture.RawRecord.play;
import static com.sparkify.etl.core.fixture.RawRecord.visit;
import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.core.fixture.Found;
import com.sparkify.etl.core.fixture.Given;
import com.sparkify.etl.core.fixture.RawRecord;
import com.sparkify.etl.core.source.LogEvents;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserLevelsTest {

  @Test
  void theLevelOfAllEventsIsOnePeriodWithoutAnEnd() {
    assertThat(periods(at(1, "free"), at(2, "free"), at(3, "free")))
        .containsExactly(period(10L, "free", 1));
  }

  @Test
  void aPeriodEndsWhereTheNextBegins() {
    assertThat(
            periods(
                at(1, "free"),
                at(2, "paid"),
                at(3, "paid"),
                at(4, "free"),
                at(5, "free"),
                at(6, "paid")))
        .containsExactlyInAnyOrder(
            period(10L, "free", 1, 2),
            period(10L, "paid", 2, 4),
            period(10L, "free", 4, 6),
            period(10L, "paid", 6));
  }

  @Test
  void hasTheColumnsOfItsTable() {
    assertThat(Found.columns(UserLevels.from(Given.events(play())).schema()))
        .isEqualTo(Found.columns(UserLevels.TABLE.schema()))
        .containsExactly(
            "user_id BIGINT",
            "level STRING",
            "valid_from TIMESTAMP",
            "valid_to TIMESTAMP",
            "is_current BOOLEAN");
  }

  @Test
  void listenersDoNotEndEachOthersPeriods() {
    assertThat(periods(at(1, "free"), at(2, "paid").with(LogEvents.USER_ID, "11")))
        .containsExactlyInAnyOrder(period(10L, "free", 1), period(11L, "paid", 2));
  }

  @Test
  void atOneTimeTheLevelOfTheLaterSessionHolds() {
    assertThat(periods(in(2, 0, "free"), in(1, 9, "paid"))).containsExactly(period(10L, "free", 5));
  }

  @Test
  void atOneTimeInOneSessionTheLevelOfTheLaterItemHolds() {
    assertThat(periods(in(1, 10, "free"), in(1, 9, "paid")))
        .containsExactly(period(10L, "free", 5));
  }

  @Test
  void copiesOfOneEventThatDifferCountAsTheLastByLevel() {
    assertThat(periods(in(1, 1, "paid"), in(1, 1, "free"))).containsExactly(period(10L, "paid", 5));
  }

  @Test
  void aChangeWithinOneInstantAndBackIsNoPeriod() {
    assertThat(periods(at(1, "free"), in(1, 1, "paid"), in(1, 2, "free"), at(9, "free")))
        .containsExactly(period(10L, "free", 1));
  }

  @Test
  void twoLevelsOfOneInstantOnlyAreOnePeriod() {
    assertThat(periods(in(1, 1, "paid"), in(1, 2, "free"), in(1, 1, "paid")))
        .containsExactly(period(10L, "free", 5));
  }

  @Test
  void aLevelThatBeginsAtTheLastInstantOfAnotherCountsIfItIsTheLastThere() {
    assertThat(periods(at(1, "free"), in(1, 1, "free"), in(1, 2, "paid"), at(9, "paid")))
        .containsExactlyInAnyOrder(period(10L, "free", 1, 5), period(10L, "paid", 5));
    assertThat(periods(at(1, "free"), in(1, 2, "free"), in(1, 1, "paid"), at(9, "paid")))
        .containsExactlyInAnyOrder(period(10L, "free", 1, 9), period(10L, "paid", 9));
  }

  @Test
  void levelsThatBeginOrEndAtOneInstantCountAsTheLastThere() {
    assertThat(periods(in(1, 1, "free"), in(1, 2, "paid"), at(8, "free"), at(9, "paid")))
        .containsExactlyInAnyOrder(
            period(10L, "paid", 5, 8), period(10L, "free", 8, 9), period(10L, "paid", 9));
    assertThat(periods(at(1, "free"), at(2, "paid"), in(1, 1, "free"), in(1, 2, "paid")))
        .containsExactlyInAnyOrder(period(10L, "free", 1, 2), period(10L, "paid", 2));
  }

  @Test
  void aLevelMayBeAnyText() {
    assertThat(periods(at(3, " free"), at(1, "family"), at(2, "Free"), at(2, "Free")))
        .containsExactlyInAnyOrder(
            period(10L, "family", 1, 2), period(10L, "Free", 2, 3), period(10L, " free", 3));
  }

  @Test
  void anEventReadTwiceChangesNothing() {
    assertThat(periods(at(1, "free"), at(2, "paid"), at(1, "free"), at(2, "paid")))
        .containsExactlyInAnyOrder(period(10L, "free", 1, 2), period(10L, "paid", 2));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " "})
  void aVisitorWhoIsLoggedOutHasNoPeriod(String userId) {
    assertThat(periods(visit().with(LogEvents.USER_ID, userId))).isEmpty();
  }

  @Test
  void rejectedEventsBeginNoPeriod() {
    assertThat(periods(at(1, "free"), at(2, "paid").without(LogEvents.SONG)))
        .containsExactly(period(10L, "free", 1));
  }

  @Test
  void noEventsGiveNoPeriods() {
    assertThat(periods()).isEmpty();
  }

  private static RawRecord at(long millis, String level) {
    return play().with(LogEvents.TS, millis).with(LogEvents.LEVEL, level);
  }

  private static RawRecord in(int session, int item, String level) {
    return at(5, level).with(LogEvents.SESSION_ID, session).with(LogEvents.ITEM_IN_SESSION, item);
  }

  private static Row period(long userId, String level, long from, long to) {
    return RowFactory.create(
        userId, level, Instant.ofEpochMilli(from), Instant.ofEpochMilli(to), false);
  }

  private static Row period(long userId, String level, long from) {
    return RowFactory.create(userId, level, Instant.ofEpochMilli(from), null, true);
  }

  private static List<Row> periods(RawRecord... events) {
    Dataset<Row> staged = Given.events(events);
    List<Row> periods = UserLevels.from(staged).collectAsList();
    assertThat(UserLevels.from(staged, LevelSpans.of(staged)).collectAsList())
        .as("with what is known of the listeners")
        .containsExactlyInAnyOrderElementsOf(periods);
    return periods;
  }
}
