package com.sparkify.etl.core.star;

import static com.sparkify.etl.core.fixture.RawRecord.song;
import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.core.fixture.Found;
import com.sparkify.etl.core.fixture.Given;
import com.sparkify.etl.core.fixture.RawRecord;
import com.sparkify.etl.core.source.SongRecords;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

class SongsTest {

  @Test
  void aRecordIsASong() {
    assertThat(Songs.from(Given.songs(song())).collectAsList())
        .containsExactly(RowFactory.create("SO1", "Title", "AR1", 2004, 200.5));
  }

  @Test
  void hasTheColumnsOfItsTable() {
    assertThat(Found.columns(Songs.from(Given.songs(song())).schema()))
        .isEqualTo(Found.columns(Songs.TABLE.schema()))
        .containsExactly(
            "song_id STRING", "title STRING", "artist_id STRING", "year INT", "duration DOUBLE");
  }

  @Test
  void aMissingYearIsZero() {
    assertThat(Found.values(Songs.from(Given.songs(song().without(SongRecords.YEAR))), Songs.YEAR))
        .containsExactly(0);
  }

  @Test
  void keepsATitleAsWritten() {
    RawRecord odd = song().with(SongRecords.TITLE, " \u0001Title_ Two  ");

    assertThat(Found.values(Songs.from(Given.songs(odd)), Songs.TITLE))
        .containsExactly(" \u0001Title_ Two  ");
  }

  @Test
  void aRecordReadTwiceIsOneSong() {
    assertThat(Songs.from(Given.songs(song(), song())).collectAsList()).hasSize(1);
  }

  @Test
  void ofTwoRecordsOfOneSongAllColumnsComeFromTheLast() {
    RawRecord first = song().with(SongRecords.TITLE, "A").with(SongRecords.DURATION, 9);
    RawRecord last =
        song()
            .with(SongRecords.TITLE, "B")
            .with(SongRecords.DURATION, 1)
            .with(SongRecords.ARTIST_ID, "AR0");

    assertThat(Songs.from(Given.songs(last, first)).collectAsList())
        .containsExactly(RowFactory.create("SO1", "B", "AR0", 2004, 1.0));
  }

  @Test
  void songsOfOneTitleStayApart() {
    assertThat(
            Songs.from(Given.songs(song(), song().with(SongRecords.SONG_ID, "SO2")))
                .collectAsList())
        .hasSize(2);
  }

  @Test
  void rejectedRecordsMakeNoSong() {
    assertThat(Songs.from(Given.songs(song().without(SongRecords.TITLE))).collectAsList())
        .isEmpty();
  }

  @Test
  void noRecordsGiveNoSongs() {
    assertThat(Songs.from(Given.songs()).collectAsList()).isEmpty();
  }
}
