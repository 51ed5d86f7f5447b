package com.sparkify.etl.core.star;

import static com.sparkify.etl.core.fixture.RawRecord.play;
import static com.sparkify.etl.core.fixture.RawRecord.song;
import static com.sparkify.etl.core.fixture.RawRecord.visit;
import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.core.fixture.Found;
import com.sparkify.etl.core.fixture.Given;
import com.sparkify.etl.core.fixture.RawRecord;
import com.sparkify.etl.core.source.LogEvents;
import com.sparkify.etl.core.source.Origin;
import com.sparkify.etl.core.source.SongRecords;
import com.sparkify.etl.core.source.TextRepair;
import com.sparkify.etl.core.star.Songplays.Match;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

/** The contract's rules by number, one example each; the tables' own tests have the rest. */
class ContractTest {

  @Test
  void rule1EveryPlayIsKept() {
    RawRecord unknown = play().with(LogEvents.ITEM_IN_SESSION, 1).with(LogEvents.SONG, "Unknown");

    assertThat(
            songplays(
                    Given.events(play(), unknown),
                    Given.songs(song(), song().with(SongRecords.SONG_ID, "SO2")))
                .collectAsList())
        .hasSize(2);
  }

  @Test
  void rule2APlayDeliveredTwiceIsOneRow() {
    Dataset<Row> events = Given.events(play(), play().with(Origin.SOURCE_FILE, "file:/b"));

    assertThat(Found.values(songplays(events, Given.songs()), Songplays.SONGPLAY_ID)).hasSize(1);
  }

  @Test
  void rule3TheClosestSongOfEqualTitleAndArtistIsThePlays() {
    RawRecord close = song().with(SongRecords.SONG_ID, "SO9").with(SongRecords.DURATION, 200);
    RawRecord far = song().with(SongRecords.SONG_ID, "SO1").with(SongRecords.DURATION, 100);

    assertThat(
            Found.in(
                songplays(Given.events(play()), Given.songs(far, close)),
                Songplays.SONG_ID,
                Songplays.MATCH))
        .containsExactly(RowFactory.create("SO9", "title_artist"));
  }

  @Test
  void rule4TheLastEventOfAnyPageDescribesTheUser() {
    RawRecord later = visit().with(LogEvents.TS, 2).with(LogEvents.LEVEL, "paid");

    assertThat(
            Found.values(
                Users.from(Given.events(later, play().with(LogEvents.TS, 1))), Users.LEVEL))
        .containsExactly("paid");
  }

  @Test
  void rule5TheLevelOfTheLaterOfTwoEventsHoldsFromTheirInstant() {
    RawRecord later = play().with(LogEvents.ITEM_IN_SESSION, 1).with(LogEvents.LEVEL, "paid");

    assertThat(
            Found.in(
                UserLevels.from(Given.events(later, play())),
                UserLevels.LEVEL,
                UserLevels.VALID_FROM))
        .containsExactly(RowFactory.create("paid", Instant.ofEpochMilli(1_541_106_106_796L)));
  }

  @Test
  void rule6TheMostFrequentNameIsTheArtists() {
    Dataset<Row> songs =
        Given.songs(
            song().with(SongRecords.ARTIST_NAME, "A"),
            song().with(SongRecords.SONG_ID, "SO2"),
            song().with(SongRecords.SONG_ID, "SO3"));

    assertThat(Found.values(Artists.from(songs), Artists.NAME)).containsExactly("Artist");
  }

  @Test
  void rule7RepairedTextFindsItsSong() {
    Dataset<Row> songs = Given.songs(song().with(SongRecords.ARTIST_NAME, "Björk"));
    Dataset<Row> events = Given.events(play().with(LogEvents.ARTIST, "BjÃ\u0083Â¶rk"));

    assertThat(match(events, songs)).containsExactly("none");
    assertThat(match(TextRepair.DECODED.of(events), songs)).containsExactly("exact");
  }

  private static List<Object> match(Dataset<Row> events, Dataset<Row> songs) {
    return Found.values(songplays(events, songs), Songplays.MATCH);
  }

  private static Dataset<Row> songplays(Dataset<Row> events, Dataset<Row> songs) {
    return Songplays.from(events, songs, Match.TITLE_ARTIST);
  }
}
