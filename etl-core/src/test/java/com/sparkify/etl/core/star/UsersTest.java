package com.sparkify.etl.core.star;

import static com.sparkify.etl.core.fixture.RawRecord.play;
import static com.sparkify.etl.core.fixture.RawRecord.visit;
import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.core.fixture.Found;
import com.sparkify.etl.core.fixture.Given;
import com.sparkify.etl.core.fixture.RawRecord;
import com.sparkify.etl.core.source.LogEvents;
import com.sparkify.etl.core.source.TextRepair;
import com.sparkify.etl.core.star.Kept.Ahead;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsersTest {

  private static final int LEVEL = Users.TABLE.fields().indexOf(Users.LEVEL);

  @Test
  void anEventNamesItsListener() {
    assertThat(users(play()))
        .containsExactly(
            RowFactory.create(
                10L, "Given", "Family", "F", "free", Instant.ofEpochMilli(1_540_000_000_000L)));
  }

  @Test
  void hasTheColumnsOfItsTable() {
    assertThat(Found.columns(Users.from(Given.events(play())).schema()))
        .isEqualTo(Found.columns(Users.TABLE.schema()))
        .containsExactly(
            "user_id BIGINT",
            "first_name STRING",
            "last_name STRING",
            "gender STRING",
            "level STRING",
            "registered_at TIMESTAMP");
  }

  @Test
  void everyColumnComesFromTheLatestEvent() {
    RawRecord early = play().with(LogEvents.TS, 1).with(LogEvents.LEVEL, "paid");
    RawRecord late =
        visit().with(LogEvents.TS, 2).without(LogEvents.FIRST_NAME, LogEvents.REGISTRATION);

    assertThat(users(late, early))
        .containsExactly(RowFactory.create(10L, null, "Family", "F", "free", null));
  }

  @Test
  void atOneTimeTheLaterSessionIsLatest() {
    assertThat(levels(at(2, 0, "free"), at(1, 9, "paid"))).containsExactly("free");
  }

  @Test
  void inOneSessionTheLaterItemIsLatest() {
    assertThat(levels(at(1, 1, "free"), at(1, 0, "paid"))).containsExactly("free");
    assertThat(levels(at(1, 10, "free"), at(1, 9, "paid"))).containsExactly("free");
  }

  @Test
  void theLatestEventIsFoundOnWhateverLevelItIs() {
    RawRecord now = play().with(LogEvents.LEVEL, "free");
    RawRecord before = play().with(LogEvents.TS, 1);

    assertThat(levels(now, before.with(LogEvents.LEVEL, "free"))).containsExactly("free");
    assertThat(levels(now, before.with(LogEvents.LEVEL, "paid"))).containsExactly("free");
    assertThat(levels(before, now.with(LogEvents.LEVEL, "paid"), before.with(LogEvents.TS, 0)))
        .containsExactly("paid");
    assertThat(
            levels(
                before.with(LogEvents.LEVEL, "free"),
                before.with(LogEvents.TS, 2).with(LogEvents.LEVEL, "paid"),
                before.with(LogEvents.TS, 3).with(LogEvents.LEVEL, "free")))
        .containsExactly("free");
  }

  @Test
  void copiesOfOneEventThatDifferCountAsTheLastByLevelThenName() {
    RawRecord paid = at(1, 1, "paid").with(LogEvents.FIRST_NAME, "A");

    assertThat(users(paid, paid.with(LogEvents.FIRST_NAME, "B"), at(1, 1, "free")))
        .containsExactly(
            RowFactory.create(
                10L, "B", "Family", "F", "paid", Instant.ofEpochMilli(1_540_000_000_000L)));
  }

  @Test
  void anEventReadTwiceIsOneListener() {
    assertThat(users(play(), play())).hasSize(1);
  }

  @Test
  void aListenerWhoNeverPlayedHasARow() {
    assertThat(users(visit())).hasSize(1);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " "})
  void aVisitorWhoIsLoggedOutHasNone(String userId) {
    assertThat(users(visit().with(LogEvents.USER_ID, userId))).isEmpty();
  }

  @Test
  void blankNamesAreNull() {
    assertThat(
            users(
                play()
                    .with(LogEvents.FIRST_NAME, "")
                    .with(LogEvents.LAST_NAME, " ")
                    .with(LogEvents.GENDER, "")))
        .containsExactly(
            RowFactory.create(
                10L, null, null, null, "free", Instant.ofEpochMilli(1_540_000_000_000L)));
  }

  @Test
  void userIdsAreOneNumberHoweverWritten() {
    assertThat(users(play(), play().with(LogEvents.USER_ID, " 010 "))).hasSize(1);
  }

  @Test
  void rejectedEventsMakeNoListener() {
    assertThat(users(visit().with(LogEvents.TS, -1))).isEmpty();
  }

  @Test
  void noEventsGiveNoListeners() {
    assertThat(users()).isEmpty();
  }

  private static RawRecord at(int session, int item, String level) {
    return play()
        .with(LogEvents.SESSION_ID, session)
        .with(LogEvents.ITEM_IN_SESSION, item)
        .with(LogEvents.LEVEL, level);
  }

  private static List<Object> levels(RawRecord... events) {
    return users(events).stream().map(row -> row.get(LEVEL)).toList();
  }

  private static List<Row> users(RawRecord... events) {
    Dataset<Row> staged = Given.events(events);
    List<Row> users = Users.from(staged).collectAsList();
    Ahead spans = new Ahead(LevelSpans.of(staged), Optional.empty());
    assertThat(Users.from(staged, TextRepair.AS_WRITTEN, spans).collectAsList())
        .as("with what is known of the listeners")
        .containsExactlyInAnyOrderElementsOf(users);
    return users;
  }
}
