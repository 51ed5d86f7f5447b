package com.sparkify.etl.core.source;

import static com.sparkify.etl.core.fixture.RawRecord.play;
import static com.sparkify.etl.core.fixture.RawRecord.visit;
import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.core.column.EventTime;
import com.sparkify.etl.core.column.TimeSpan;
import com.sparkify.etl.core.fixture.Found;
import com.sparkify.etl.core.fixture.Given;
import com.sparkify.etl.core.fixture.RawRecord;
import com.sparkify.etl.core.fixture.Spark;
import com.sparkify.etl.core.table.Field;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogEventsTest {

  @Test
  void aGoodEventKeepsItsValuesAndItsFileButNotItsText() {
    assertThat(Given.events(play()).collectAsList())
        .containsExactly(
            RowFactory.create(
                "Artist",
                "Logged In",
                "Given",
                "F",
                0,
                "Family",
                200.5,
                "free",
                "Somewhere, US",
                "PUT",
                "NextSong",
                1_540_000_000_000L,
                1L,
                "Title",
                200,
                1_541_106_106_796L,
                "Agent",
                10L,
                "file:/events.json",
                null,
                null,
                null,
                null));
  }

  @Test
  void hasTheColumnsOfTheStagedTable() {
    assertThat(Found.columns(Given.events(play()).schema()))
        .isEqualTo(Found.columns(LogEvents.STAGED.schema()));
  }

  @Test
  void noEventsGiveNoRows() {
    assertThat(Given.events().collectAsList()).isEmpty();
  }

  @Test
  void aDayIsOneInUtcFromItsFirstEventToItsLast() {
    Dataset<Row> events =
        Given.events(
            at("2018-11-01T00:00:00.000Z"),
            at("2018-11-01T23:59:59.999Z"),
            at("2018-11-01T12:00:00Z"),
            at("2018-11-02T00:00:00Z"),
            visit().without(LogEvents.TS));

    assertThat(LogEvents.days(events).collectAsList())
        .containsExactlyInAnyOrder(
            RowFactory.create(1_541_030_400_000L, 1_541_116_799_999L),
            RowFactory.create(1_541_116_800_000L, 1_541_116_800_000L));
  }

  @Test
  void eventsOutsideOfSpansAreThoseOfAllOtherTimes() {
    Dataset<Row> events =
        Given.events(
            Stream.of(9, 10, 20, 21, 30, 41)
                .map(millis -> visit().with(LogEvents.TS, millis))
                .toArray(RawRecord[]::new));

    assertThat(
            Found.values(
                LogEvents.outside(events, List.of(new TimeSpan(10, 20), new TimeSpan(30, 40))),
                LogEvents.TS))
        .containsExactlyInAnyOrder(9L, 21L, 41L);
    assertThat(LogEvents.outside(events, List.of()).collectAsList()).hasSize(6);
  }

  private static RawRecord at(String time) {
    return play().with(LogEvents.TS, Instant.parse(time).toEpochMilli());
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        Arguments.of(play().without(LogEvents.TS), "missing-ts"),
        Arguments.of(play().without(LogEvents.PAGE), "missing-page"),
        Arguments.of(play().with(LogEvents.PAGE, " "), "missing-page"),
        Arguments.of(play().without(LogEvents.LEVEL), "missing-level"),
        Arguments.of(visit().with(LogEvents.LEVEL, ""), "missing-level"),
        Arguments.of(play().without(LogEvents.SESSION_ID), "missing-sessionId"),
        Arguments.of(visit().without(LogEvents.ITEM_IN_SESSION), "missing-itemInSession"),
        Arguments.of(play().without(LogEvents.SONG), "missing-song"),
        Arguments.of(play().without(LogEvents.ARTIST), "missing-artist"),
        Arguments.of(play().without(LogEvents.USER_ID), "missing-userId"),
        Arguments.of(play().with(LogEvents.USER_ID, ""), "play-without-user"),
        Arguments.of(play().with(LogEvents.USER_ID, " \t"), "play-without-user"),
        Arguments.of(play().with(LogEvents.USER_ID, "x"), "bad-type-userId"),
        Arguments.of(visit().with(LogEvents.USER_ID, "1.5"), "bad-type-userId"),
        Arguments.of(play().with(LogEvents.TS, EventTime.END_OF_TIME), "bad-type-ts"),
        Arguments.of(play().with(LogEvents.TS, Long.MAX_VALUE), "bad-type-ts"),
        Arguments.of(play().with(LogEvents.REGISTRATION, Long.MAX_VALUE), "bad-type-registration"),
        Arguments.of(play().with(LogEvents.TS, -1), "negative-ts"),
        Arguments.of(play().with(LogEvents.TS, Long.MIN_VALUE), "negative-ts"),
        Arguments.of(play().with(LogEvents.SESSION_ID, -1), "negative-sessionId"),
        Arguments.of(play().with(LogEvents.ITEM_IN_SESSION, -1), "negative-itemInSession"),
        Arguments.of(play().with(LogEvents.LENGTH, -0.5), "negative-length"),
        Arguments.of(play().with(LogEvents.REGISTRATION, -1), "negative-registration"),
        Arguments.of(
            play().with(Origin.READ_PROBLEM, RejectRules.MALFORMED_JSON), "malformed-json"),
        Arguments.of(play().with(Origin.READ_PROBLEM, RejectRules.NOT_AN_OBJECT), "not-an-object"),
        Arguments.of(play().with(Origin.READ_PROBLEM, "bad-type-status"), "bad-type-status"));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void aBrokenEventIsRejectedWithItsReasonAndText(RawRecord event, String reason) {
    Dataset<Row> staged = Given.events(event);

    assertThat(Found.values(staged, StagedRows.REJECT_REASON)).containsExactly(reason);
    assertThat(Found.values(staged, Origin.SOURCE_LINE)).containsExactly(1L);
    assertThat((byte[]) Found.values(staged, Origin.RAW).get(0))
        .isEqualTo("{play}".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void theFirstBrokenRuleGivesTheReason() {
    RawRecord empty = play().without(LogEvents.FIELDS.toArray(Field[]::new));
    RawRecord wild =
        play()
            .with(LogEvents.TS, Long.MAX_VALUE)
            .with(LogEvents.SESSION_ID, -1)
            .with(LogEvents.USER_ID, "x");

    assertThat(
            Found.values(
                Given.events(
                    empty.with(Origin.READ_PROBLEM, RejectRules.MALFORMED_JSON),
                    empty,
                    empty.with(LogEvents.TS, 1),
                    empty.with(LogEvents.TS, 1).with(LogEvents.PAGE, "NextSong"),
                    wild.without(LogEvents.SONG, LogEvents.ARTIST),
                    wild.without(LogEvents.ARTIST),
                    wild,
                    wild.with(LogEvents.TS, 1),
                    wild.with(LogEvents.TS, 1).with(LogEvents.USER_ID, ""),
                    play().with(LogEvents.USER_ID, "")),
                StagedRows.REJECT_REASON))
        .containsExactly(
            "malformed-json",
            "missing-ts",
            "missing-page",
            "missing-level",
            "missing-song",
            "missing-artist",
            "bad-type-ts",
            "bad-type-userId",
            "negative-sessionId",
            "play-without-user");
  }

  @ParameterizedTest
  @CsvSource({
    "15, 15",
    "' 15 ', 15",
    "'15\n', 15",
    "+15, 15",
    "007, 7",
    "0, 0",
    "999999999999999999, 999999999999999999"
  })
  void aUserIdIsAWholeNumber(String text, long userId) {
    for (String ansi : List.of("true", "false")) {
      assertThat(userIds(ansi, play().with(LogEvents.USER_ID, text)))
          .containsExactly(RowFactory.create(userId, null));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "1.5",
        "1e3",
        "0x1F",
        "1 5",
        "--1",
        "+",
        "1,000",
        "15\u2028",
        "15\u0085",
        "\u00a015",
        "٣",
        "1234567890123456789",
        "99999999999999999999999"
      })
  void anythingElseIsABadUserId(String text) {
    for (String ansi : List.of("true", "false")) {
      assertThat(userIds(ansi, visit().with(LogEvents.USER_ID, text)))
          .containsExactly(RowFactory.create(null, "bad-type-userId"));
    }
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "\t"})
  void aVisitorWhoIsLoggedOutHasNoUserId(String text) {
    for (String ansi : List.of("true", "false")) {
      assertThat(userIds(ansi, visit().with(LogEvents.USER_ID, text)))
          .containsExactly(RowFactory.create(null, null));
    }
  }

  @Test
  void anEventMayLackWhatIsNotRequired() {
    RawRecord bare =
        play()
            .without(
                LogEvents.AUTH,
                LogEvents.FIRST_NAME,
                LogEvents.GENDER,
                LogEvents.LAST_NAME,
                LogEvents.LENGTH,
                LogEvents.LOCATION,
                LogEvents.METHOD,
                LogEvents.REGISTRATION,
                LogEvents.STATUS,
                LogEvents.USER_AGENT);

    assertThat(Found.values(Given.events(bare), StagedRows.REJECT_REASON)).containsOnlyNulls();
  }

  @Test
  void theLastMillisecondOfYear9999IsATime() {
    RawRecord last =
        play()
            .with(LogEvents.TS, EventTime.END_OF_TIME - 1)
            .with(LogEvents.REGISTRATION, EventTime.END_OF_TIME - 1);

    assertThat(
            Found.values(
                Given.events(last, play().with(LogEvents.TS, 0)), StagedRows.REJECT_REASON))
        .containsOnlyNulls();
  }

  @Test
  void onlyNextSongIsAPlay() {
    Dataset<Row> events = Given.events(play(), visit(), visit().with(LogEvents.PAGE, "nextsong"));

    assertThat(Found.values(events.transform(LogEvents::plays), LogEvents.PAGE))
        .containsExactly("NextSong");
  }

  @Test
  void repairsWhatPeopleReadAndNothingElse() {
    RawRecord broken =
        play()
            .with(LogEvents.ARTIST, "BjÃ\u0083Â¶rk")
            .with(LogEvents.SONG, "JÃ³ga")
            .with(LogEvents.FIRST_NAME, "RenÃ©")
            .with(LogEvents.LAST_NAME, "Ã\u0096z")
            .with(LogEvents.LOCATION, "CaÃ±on City, CO")
            .with(LogEvents.USER_AGENT, "Ã©");

    Dataset<Row> repaired = TextRepair.DECODED.of(Given.events(broken));

    assertThat(Found.columns(repaired.drop(LogEvents.TEXT_REPAIRED.name()).schema()))
        .isEqualTo(Found.columns(LogEvents.STAGED.schema()));
    assertThat(
            Found.in(
                repaired,
                LogEvents.ARTIST,
                LogEvents.SONG,
                LogEvents.FIRST_NAME,
                LogEvents.LAST_NAME,
                LogEvents.LOCATION,
                LogEvents.USER_AGENT,
                LogEvents.TS))
        .containsExactly(
            RowFactory.create(
                "Björk", "Jóga", "René", "Öz", "Cañon City, CO", "Ã©", 1_541_106_106_796L));
  }

  @Test
  void textAsWrittenIsMarkedAsSuch() {
    Dataset<Row> events = Given.events(play().with(LogEvents.SONG, "JÃ³ga"));

    assertThat(Found.in(TextRepair.AS_WRITTEN.of(events), LogEvents.SONG, LogEvents.TEXT_REPAIRED))
        .containsExactly(RowFactory.create("JÃ³ga", false));
  }

  @Test
  void repairedAreTheEventsWhoseArtistSongOrLocationChanges() {
    Dataset<Row> events =
        Given.events(
            play().with(LogEvents.TS, 1).with(LogEvents.SONG, "JÃ³ga"),
            play().with(LogEvents.TS, 2).with(LogEvents.SONG, "Jóga"),
            visit().with(LogEvents.TS, 3),
            visit().with(LogEvents.TS, 4).with(LogEvents.LAST_NAME, "Ã\u0096z"),
            play().with(LogEvents.TS, 5).with(LogEvents.ARTIST, "BjÃ¶rk"),
            play().with(LogEvents.TS, 6).with(LogEvents.LOCATION, "CaÃ±on City, CO"));

    assertThat(
            Found.values(
                TextRepair.DECODED.of(events).where(LogEvents.TEXT_REPAIRED.column()),
                LogEvents.TS))
        .containsExactly(1L, 5L, 6L);
  }

  private static List<Row> userIds(String ansi, RawRecord event) {
    return Spark.with(
        "spark.sql.ansi.enabled",
        ansi,
        () -> Found.in(Given.events(event), LogEvents.USER_ID, StagedRows.REJECT_REASON));
  }
}
