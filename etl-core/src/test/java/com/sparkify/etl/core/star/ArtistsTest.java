package com.sparkify.etl.core.star;

import static com.sparkify.etl.core.fixture.RawRecord.song;
import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.core.fixture.Found;
import com.sparkify.etl.core.fixture.Given;
import com.sparkify.etl.core.fixture.RawRecord;
import com.sparkify.etl.core.source.SongRecords;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArtistsTest {

  @Test
  void aRecordNamesItsArtist() {
    assertThat(artists(song()))
        .containsExactly(RowFactory.create("AR1", "Artist", "Somewhere", 10.5, -20.5));
  }

  @Test
  void hasTheColumnsOfItsTable() {
    assertThat(Found.columns(Artists.from(Given.songs(song())).schema()))
        .isEqualTo(Found.columns(Artists.TABLE.schema()))
        .containsExactly(
            "artist_id STRING",
            "name STRING",
            "location STRING",
            "latitude DOUBLE",
            "longitude DOUBLE");
  }

  @Test
  void theNameIsTheOneOnMostSongs() {
    assertThat(names(named("SO1", "A"), named("SO2", "Zebra"), named("SO3", "Zebra")))
        .containsExactly("Zebra");
  }

  @Test
  void aSongReadTwiceCountsOnce() {
    assertThat(names(named("SO1", "B"), named("SO1", "B"), named("SO2", "A"))).containsExactly("A");
  }

  @Test
  void amongEquallyFrequentNamesTheShortestStands() {
    assertThat(names(named("SO1", "Aa featuring B"), named("SO2", "Zz"))).containsExactly("Zz");
  }

  @Test
  void amongEquallyLongNamesTheFirstOfTheAlphabetStands() {
    assertThat(names(named("SO1", "b"), named("SO2", "a"), named("SO3", "B"))).containsExactly("B");
    assertThat(names(named("SO1", "\uffee"), named("SO2", "😀"), named("SO3", "é")))
        .containsExactly("é");
    assertThat(names(named("SO1", "😀"), named("SO2", "\uffee"))).containsExactly("\uffee");
  }

  @Test
  void anyNameOutdoesABlankOne() {
    assertThat(names(named("SO1", ""), named("SO2", " "), named("SO3", "Name")))
        .containsExactly("Name");
  }

  @Test
  void aBlankNameIsNull() {
    assertThat(names(named("SO1", " "))).containsOnlyNulls();
  }

  @Test
  void oneNameOfTwoArtistsIsTwoRows() {
    assertThat(artists(song(), named("SO2", "Artist").with(SongRecords.ARTIST_ID, "AR2")))
        .hasSize(2);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "\t"})
  void aBlankLocationIsNull(String location) {
    assertThat(artists(song().with(SongRecords.ARTIST_LOCATION, location)))
        .containsExactly(RowFactory.create("AR1", "Artist", null, 10.5, -20.5));
  }

  @Test
  void theRecordWithCoordinatesComesFirst() {
    RawRecord placed =
        song().with(SongRecords.SONG_ID, "SO2").with(SongRecords.ARTIST_LOCATION, "");

    assertThat(artists(placed, unplaced("SO1", "Town")))
        .containsExactly(RowFactory.create("AR1", "Artist", null, 10.5, -20.5));
  }

  @Test
  void oneCoordinateIsNoPlace() {
    RawRecord half = unplaced("SO1", "Half").with(SongRecords.ARTIST_LATITUDE, 1);

    assertThat(artists(half, song().with(SongRecords.SONG_ID, "SO2")))
        .containsExactly(RowFactory.create("AR1", "Artist", "Somewhere", 10.5, -20.5));
  }

  @Test
  void thenTheRecordWithALocationComesFirst() {
    assertThat(artists(unplaced("SO1", " "), unplaced("SO2", "Town")))
        .containsExactly(RowFactory.create("AR1", "Artist", "Town", null, null));
  }

  @Test
  void amongEqualPlacesTheSmallestSongIdDecides() {
    RawRecord later =
        song().with(SongRecords.SONG_ID, "SO2").with(SongRecords.ARTIST_LOCATION, "A");
    RawRecord sooner =
        song()
            .with(SongRecords.SONG_ID, "SO1")
            .with(SongRecords.ARTIST_LOCATION, "B")
            .with(SongRecords.ARTIST_LATITUDE, 90);

    assertThat(artists(later, sooner))
        .containsExactly(RowFactory.create("AR1", "Artist", "B", 90.0, -20.5));
  }

  @Test
  void thePlaceMayComeFromARecordWithAnotherName() {
    assertThat(
            artists(
                named("SO9", "Rare"),
                unplaced("SO1", "").with(SongRecords.ARTIST_NAME, "Common"),
                unplaced("SO2", "").with(SongRecords.ARTIST_NAME, "Common")))
        .containsExactly(RowFactory.create("AR1", "Common", "Somewhere", 10.5, -20.5));
  }

  @Test
  void rejectedRecordsMakeNoArtist() {
    assertThat(artists(song().without(SongRecords.DURATION))).isEmpty();
  }

  @Test
  void noRecordsGiveNoArtists() {
    assertThat(artists()).isEmpty();
  }

  private static RawRecord named(String songId, String name) {
    return song().with(SongRecords.SONG_ID, songId).with(SongRecords.ARTIST_NAME, name);
  }

  private static RawRecord unplaced(String songId, String location) {
    return song()
        .with(SongRecords.SONG_ID, songId)
        .with(SongRecords.ARTIST_LOCATION, location)
        .without(SongRecords.ARTIST_LATITUDE, SongRecords.ARTIST_LONGITUDE);
  }

  private static List<Object> names(RawRecord... records) {
    return Found.values(Artists.from(Given.songs(records)), Artists.NAME);
  }

  private static List<Row> artists(RawRecord... records) {
    return Artists.from(Given.songs(records)).collectAsList();
  }
}
