package com.sparkify.etl.core.source;

import static com.sparkify.etl.core.fixture.RawRecord.song;
import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.core.fixture.Found;
import com.sparkify.etl.core.fixture.Given;
import com.sparkify.etl.core.fixture.RawRecord;
import com.sparkify.etl.core.table.Field;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SongRecordsTest {

  @Test
  void aGoodRecordKeepsItsValuesAndItsFileButNotItsText() {
    assertThat(Given.songs(song()).collectAsList())
        .containsExactly(
            RowFactory.create(
                1,
                "AR1",
                10.5,
                -20.5,
                "Somewhere",
                "Artist",
                "SO1",
                "Title",
                200.5,
                2004,
                "file:/song.json",
                null,
                null,
                null,
                null));
  }

  @Test
  void hasTheColumnsOfTheStagedTable() {
    assertThat(Found.columns(Given.songs(song()).schema()))
        .isEqualTo(Found.columns(SongRecords.STAGED.schema()));
  }

  @Test
  void noRecordsGiveNoRows() {
    assertThat(Given.songs().collectAsList()).isEmpty();
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        Arguments.of(song().without(SongRecords.SONG_ID), "missing-song_id"),
        Arguments.of(song().with(SongRecords.SONG_ID, ""), "missing-song_id"),
        Arguments.of(song().with(SongRecords.SONG_ID, " \t"), "missing-song_id"),
        Arguments.of(song().without(SongRecords.TITLE), "missing-title"),
        Arguments.of(song().without(SongRecords.ARTIST_ID), "missing-artist_id"),
        Arguments.of(song().with(SongRecords.ARTIST_ID, " "), "missing-artist_id"),
        Arguments.of(song().without(SongRecords.ARTIST_NAME), "missing-artist_name"),
        Arguments.of(song().without(SongRecords.DURATION), "missing-duration"),
        Arguments.of(song().with(SongRecords.DURATION, -0.1), "negative-duration"),
        Arguments.of(song().with(SongRecords.YEAR, -1), "negative-year"),
        Arguments.of(
            song().with(Origin.READ_PROBLEM, RejectRules.MALFORMED_JSON), "malformed-json"),
        Arguments.of(song().with(Origin.READ_PROBLEM, "bad-type-year"), "bad-type-year"));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void aBrokenRecordIsRejectedWithItsReasonAndText(RawRecord record, String reason) {
    Dataset<Row> staged = Given.songs(record);

    assertThat(Found.values(staged, StagedRows.REJECT_REASON)).containsExactly(reason);
    assertThat(Found.values(staged, Origin.SOURCE_LINE)).containsExactly(1L);
    assertThat((byte[]) Found.values(staged, Origin.RAW).get(0))
        .isEqualTo("{song}".getBytes(StandardCharsets.UTF_8));
    assertThat(StagedRows.rejected(staged).collectAsList()).hasSize(1);
    assertThat(StagedRows.accepted(staged).collectAsList()).isEmpty();
  }

  @Test
  void theFirstBrokenRuleGivesTheReason() {
    RawRecord empty = song().without(SongRecords.FIELDS.toArray(Field[]::new));
    RawRecord negative = song().with(SongRecords.DURATION, -1).with(SongRecords.YEAR, -1);

    assertThat(
            reasons(
                empty.with(Origin.READ_PROBLEM, RejectRules.NOT_AN_OBJECT),
                empty,
                empty.with(SongRecords.SONG_ID, "SO1"),
                negative.without(SongRecords.TITLE),
                negative))
        .containsExactly(
            "not-an-object",
            "missing-song_id",
            "missing-title",
            "missing-title",
            "negative-duration");
  }

  @Test
  void aRecordMayLackWhatIsNotRequired() {
    RawRecord bare =
        song()
            .without(
                SongRecords.NUM_SONGS,
                SongRecords.ARTIST_LATITUDE,
                SongRecords.ARTIST_LONGITUDE,
                SongRecords.ARTIST_LOCATION,
                SongRecords.YEAR);

    assertThat(
            reasons(bare, song().with(SongRecords.DURATION, 0), song().with(SongRecords.YEAR, 0)))
        .containsOnlyNulls();
  }

  @Test
  void aBlankTitleOrArtistNameIsAValue() {
    assertThat(
            reasons(song().with(SongRecords.TITLE, ""), song().with(SongRecords.ARTIST_NAME, " ")))
        .containsOnlyNulls();
  }

  @Test
  void aZeroHasNoSign() {
    Dataset<Row> staged =
        Given.songs(
            song().with(SongRecords.ARTIST_LATITUDE, -0.0).with(SongRecords.DURATION, -0.0),
            song().with(SongRecords.ARTIST_LATITUDE, -7.5));

    assertThat(Found.values(staged, SongRecords.ARTIST_LATITUDE)).containsExactly(0.0, -7.5);
    assertThat(Found.values(staged, SongRecords.DURATION)).containsExactly(0.0, 200.5);
  }

  @Test
  void everyRecordIsOneRow() {
    Dataset<Row> staged = Given.songs(song(), song(), song().without(SongRecords.TITLE));

    assertThat(StagedRows.accepted(staged).collectAsList()).hasSize(2);
    assertThat(StagedRows.rejected(staged).collectAsList()).hasSize(1);
  }

  @Test
  void namesOfUnknownFieldsAreKept() {
    assertThat(
            Found.values(
                Given.songs(song().with(Origin.UNKNOWN_FIELDS, "genre\nlabel")),
                Origin.UNKNOWN_FIELDS))
        .containsExactly("genre\nlabel");
  }

  @Test
  void theCatalogueHasAcceptedRecordsOnly() {
    assertThat(
            SongRecords.catalogue(Given.songs(song().with(SongRecords.DURATION, -1)))
                .collectAsList())
        .isEmpty();
  }

  @Test
  void aKnownYearOutdoesAnUnknownOne() {
    Dataset<Row> catalogue =
        SongRecords.catalogue(
            Given.songs(
                song().with(SongRecords.YEAR, 0).with(SongRecords.TITLE, "Z"),
                song().with(SongRecords.YEAR, 1999).with(SongRecords.TITLE, "A"),
                song().without(SongRecords.YEAR).with(SongRecords.TITLE, "Z")));

    assertThat(Found.in(catalogue, SongRecords.TITLE, SongRecords.YEAR))
        .containsExactly(RowFactory.create("A", 1999));
  }

  private static List<Object> reasons(RawRecord... records) {
    return Found.values(Given.songs(records), StagedRows.REJECT_REASON);
  }
}
