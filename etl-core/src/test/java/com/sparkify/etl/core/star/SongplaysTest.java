package com.sparkify.etl.core.star;

import static com.sparkify.etl.core.fixture.RawRecord.play;
import static com.sparkify.etl.core.fixture.RawRecord.song;
import static com.sparkify.etl.core.fixture.RawRecord.visit;
import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.core.fixture.Found;
import com.sparkify.etl.core.fixture.Given;
import com.sparkify.etl.core.fixture.RawRecord;
import com.sparkify.etl.core.source.LogEvents;
import com.sparkify.etl.core.source.SongRecords;
import com.sparkify.etl.core.star.Songplays.Match;
import com.sparkify.etl.core.table.Field;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SongplaysTest {

  private static final Row EXACT = RowFactory.create("SO1", "AR1", "exact");
  private static final Row NONE = RowFactory.create(null, null, "none");

  @Test
  void aPlayOfASongOfTheCatalogueIsARow() {
    assertThat(songplays(Given.events(play()), Given.songs(song())).collectAsList())
        .containsExactly(
            RowFactory.create(
                "72a675c4cac1c303f7e2342a5bdddd88",
                Instant.ofEpochMilli(1_541_106_106_796L),
                10L,
                "free",
                "SO1",
                "AR1",
                1L,
                "Somewhere, US",
                "Agent",
                0,
                "Title",
                "Artist",
                200.5,
                "exact",
                2018,
                11));
  }

  @Test
  void hasTheColumnsOfItsTable() {
    assertThat(Found.columns(songplays(Given.events(play()), Given.songs()).schema()))
        .isEqualTo(Found.columns(Songplays.TABLE.schema()))
        .containsExactly(
            "songplay_id STRING",
            "start_time TIMESTAMP",
            "user_id BIGINT",
            "level STRING",
            "song_id STRING",
            "artist_id STRING",
            "session_id BIGINT",
            "location STRING",
            "user_agent STRING",
            "item_in_session INT",
            "heard_title STRING",
            "heard_artist STRING",
            "heard_seconds DOUBLE",
            "match STRING",
            "year INT",
            "month INT");
  }

  @Test
  void onlyPlaysAreRows() {
    assertThat(songplays(Given.events(visit()), Given.songs(song())).collectAsList()).isEmpty();
  }

  @Test
  void aPlayWithoutASongInTheCatalogueIsKept() {
    assertThat(matches(play().with(LogEvents.SONG, "Other"), song())).containsExactly(NONE);
    assertThat(matches(play().with(LogEvents.ARTIST, "Other"), song())).containsExactly(NONE);
    assertThat(matches(play())).containsExactly(NONE);
  }

  @Test
  void anotherDurationStillMatches() {
    assertThat(matches(play().with(LogEvents.LENGTH, 200.4), song()))
        .containsExactly(RowFactory.create("SO1", "AR1", "title_artist"));
  }

  @Test
  void aPlayWithoutALengthMatchesTheSmallestSongId() {
    assertThat(matches(play().without(LogEvents.LENGTH), lasting("SO2", 1), lasting("SO1", 999)))
        .containsExactly(RowFactory.create("SO1", "AR1", "title_artist"));
  }

  @Test
  void theClosestDurationWins() {
    assertThat(matches(play(), lasting("SO1", 100), lasting("SO2", 201), lasting("SO3", 199.5)))
        .containsExactly(RowFactory.create("SO2", "AR1", "title_artist"));
    assertThat(matches(play(), lasting("SO1", 201), lasting("SO2", 200.5)))
        .containsExactly(RowFactory.create("SO2", "AR1", "exact"));
  }

  @Test
  void amongEquallyCloseSongsTheSmallestIdWins() {
    RawRecord ofAnEarlierArtist = lasting("SO2", 201.5).with(SongRecords.ARTIST_ID, "AR0");

    assertThat(matches(play(), ofAnEarlierArtist, lasting("SO1", 199.5)))
        .containsExactly(RowFactory.create("SO1", "AR1", "title_artist"));
    assertThat(matches(play(), lasting("SO9", 200.5), lasting("SO10", 200.5)))
        .containsExactly(RowFactory.create("SO10", "AR1", "exact"));
  }

  @Test
  void theArtistIsTheMatchedSongs() {
    assertThat(
            matches(
                play(),
                lasting("SO1", 300).with(SongRecords.ARTIST_ID, "AR1"),
                lasting("SO2", 200.5).with(SongRecords.ARTIST_ID, "AR2")))
        .containsExactly(RowFactory.create("SO2", "AR2", "exact"));
  }

  @Test
  void theNameInTheSongsOwnRecordIsCompared() {
    RawRecord credited = song().with(SongRecords.ARTIST_NAME, "Artist featuring B");

    assertThat(
            matches(
                play().with(LogEvents.ARTIST, "Artist featuring B"),
                credited,
                other("SO2"),
                other("SO3")))
        .containsExactly(EXACT);
    assertThat(matches(play(), credited, other("SO2"), other("SO3"))).containsExactly(NONE);
  }

  @Test
  void whiteSpaceAtTheEndsDoesNotMatter() {
    assertThat(
            matches(
                play().with(LogEvents.SONG, " Title").with(LogEvents.ARTIST, "Artist\t"),
                song()
                    .with(SongRecords.TITLE, "Title  ")
                    .with(SongRecords.ARTIST_NAME, "\nArtist")))
        .containsExactly(EXACT);
  }

  @Test
  void spellingMatters() {
    assertThat(matches(play().with(LogEvents.SONG, "title"), song())).containsExactly(NONE);
    assertThat(
            matches(
                play().with(LogEvents.SONG, "Ti  tle"), song().with(SongRecords.TITLE, "Ti tle")))
        .containsExactly(NONE);
  }

  @Test
  void titleAndArtistAreNotMixedUp() {
    assertThat(
            matches(play().with(LogEvents.SONG, "Artist").with(LogEvents.ARTIST, "Title"), song()))
        .containsExactly(NONE);
  }

  @Test
  void byDurationOnlyTheExactCounts() {
    Dataset<Row> catalogue = Given.songs(lasting("SO1", 200.5));

    assertThat(
            found(
                Songplays.from(
                    Given.events(
                        play().with(LogEvents.TS, 1),
                        play().with(LogEvents.TS, 2).with(LogEvents.LENGTH, 200.4),
                        play().with(LogEvents.TS, 3).without(LogEvents.LENGTH)),
                    catalogue,
                    Match.TITLE_ARTIST_DURATION)))
        .containsExactlyInAnyOrder(EXACT, NONE, NONE);
  }

  @Test
  void rejectedSongsMatchNothing() {
    assertThat(matches(play(), song().with(SongRecords.YEAR, -1))).containsExactly(NONE);
  }

  @ParameterizedTest
  @EnumSource
  void manyCandidatesNeverMultiplyAPlay(Match match) {
    RawRecord[] candidates =
        List.of(lasting("SO1", 200.5), lasting("SO2", 200.5), lasting("SO3", 1), song(), song())
            .toArray(RawRecord[]::new);

    assertThat(Songplays.from(Given.events(play()), Given.songs(candidates), match).collectAsList())
        .hasSize(1);
  }

  @Test
  void aPlayReadTwiceIsOneRow() {
    assertThat(songplays(Given.events(play(), play()), Given.songs()).collectAsList()).hasSize(1);
  }

  @Test
  void copiesThatDifferCountAsTheLastByLevelThenOtherFields() {
    Dataset<Row> rows =
        songplays(
            Given.events(
                play().with(LogEvents.LEVEL, "free").with(LogEvents.SONG, "Z"),
                play().with(LogEvents.LEVEL, "paid").with(LogEvents.SONG, "A"),
                play().with(LogEvents.LEVEL, "paid").with(LogEvents.SONG, "B"),
                play()
                    .with(LogEvents.LEVEL, "paid")
                    .with(LogEvents.SONG, "B")
                    .without(LogEvents.LENGTH)),
            Given.songs());

    assertThat(Found.in(rows, Songplays.LEVEL, Songplays.HEARD_TITLE, Songplays.HEARD_SECONDS))
        .containsExactly(RowFactory.create("paid", "B", 200.5));
  }

  @Test
  void copiesThatDifferInTheSignOfZeroAreOneRowWhicheverComesFirst() {
    RawRecord plain = play().with(LogEvents.LENGTH, 0.0);
    RawRecord signed = play().with(LogEvents.LENGTH, -0.0);

    assertThat(heardSeconds(plain, signed)).containsExactly(0.0);
    assertThat(heardSeconds(signed, plain)).containsExactly(0.0);
  }

  @Test
  void aPlayIsNamedByItsSessionItemListenerAndTime() {
    Dataset<Row> rows =
        songplays(
            Given.events(
                play(),
                play().with(LogEvents.SESSION_ID, 2),
                play().with(LogEvents.ITEM_IN_SESSION, 1),
                play().with(LogEvents.USER_ID, "11"),
                play().with(LogEvents.TS, 1)),
            Given.songs());

    assertThat(Found.values(rows, Songplays.SONGPLAY_ID)).hasSize(5).doesNotHaveDuplicates();
  }

  @Test
  void theUserAgentLosesItsQuotes() {
    assertThat(one(play().with(LogEvents.USER_AGENT, "\"Mozilla/5.0\""), Songplays.USER_AGENT))
        .containsExactly("Mozilla/5.0");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "\"\"", "\" \""})
  void aBlankUserAgentIsNull(String userAgent) {
    assertThat(one(play().with(LogEvents.USER_AGENT, userAgent), Songplays.USER_AGENT))
        .containsOnlyNulls();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " "})
  void aBlankLocationIsNull(String location) {
    assertThat(one(play().with(LogEvents.LOCATION, location), Songplays.LOCATION))
        .containsOnlyNulls();
  }

  @Test
  void whatWasHeardIsAsTheAppSentIt() {
    assertThat(one(play().with(LogEvents.SONG, " Title "), Songplays.HEARD_TITLE))
        .containsExactly(" Title ");
  }

  @Test
  void yearAndMonthAreThoseOfTheStartInUtc() {
    long lastOfOctober = Instant.parse("2018-10-31T23:59:59.999Z").toEpochMilli();

    assertThat(
            Found.in(
                songplays(Given.events(play().with(LogEvents.TS, lastOfOctober)), Given.songs()),
                Songplays.YEAR,
                Songplays.MONTH))
        .containsExactly(RowFactory.create(2018, 10));
  }

  @Test
  void rejectedPlaysMakeNoRow() {
    assertThat(
            songplays(Given.events(play().without(LogEvents.ARTIST)), Given.songs())
                .collectAsList())
        .isEmpty();
  }

  @Test
  void noEventsGiveNoSongplays() {
    assertThat(songplays(Given.events(), Given.songs(song())).collectAsList()).isEmpty();
  }

  private static RawRecord lasting(String songId, double seconds) {
    return song().with(SongRecords.SONG_ID, songId).with(SongRecords.DURATION, seconds);
  }

  private static RawRecord other(String songId) {
    return song().with(SongRecords.SONG_ID, songId).with(SongRecords.TITLE, "Other");
  }

  private static List<Object> one(RawRecord play, Field field) {
    return Found.values(songplays(Given.events(play), Given.songs()), field);
  }

  private static List<Row> matches(RawRecord play, RawRecord... catalogue) {
    return found(songplays(Given.events(play), Given.songs(catalogue)));
  }

  private static List<Row> found(Dataset<Row> songplays) {
    return Found.in(songplays, Songplays.SONG_ID, Songplays.ARTIST_ID, Songplays.MATCH);
  }

  private static Dataset<Row> songplays(Dataset<Row> events, Dataset<Row> songs) {
    return Songplays.from(events, songs, Match.TITLE_ARTIST);
  }

  private static List<Object> heardSeconds(RawRecord... plays) {
    return Found.values(songplays(Given.events(plays), Given.songs()), Songplays.HEARD_SECONDS);
  }
}
