package com.sparkify.etl.core.star;

import static com.sparkify.etl.core.fixture.RawRecord.play;
import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.core.fixture.Found;
import com.sparkify.etl.core.fixture.Given;
import com.sparkify.etl.core.fixture.RawRecord;
import com.sparkify.etl.core.fixture.Spark;
import com.sparkify.etl.core.source.LogEvents;
import com.sparkify.etl.core.star.Songplays.Match;
import java.time.Instant;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeTest {

  @Test
  void hasTheColumnsOfItsTable() {
    assertThat(Found.columns(times("2018-11-01T21:01:46.796Z").schema()))
        .isEqualTo(Found.columns(Time.TABLE.schema()))
        .containsExactly(
            "start_time TIMESTAMP",
            "hour INT",
            "day INT",
            "week INT",
            "month INT",
            "year INT",
            "weekday INT");
  }

  @ParameterizedTest
  @CsvSource({
    "1970-01-01T00:00:00Z,      0,  1,  1,  1, 1970, 4",
    "2018-11-01T21:01:46.796Z, 21,  1, 44, 11, 2018, 4",
    "2016-01-01T23:59:59.999Z, 23,  1, 53,  1, 2016, 5",
    "2018-12-31T00:00:00Z,      0, 31,  1, 12, 2018, 1",
    "2018-12-30T05:00:00Z,      5, 30, 52, 12, 2018, 7",
    "2020-02-29T12:30:00Z,     12, 29,  9,  2, 2020, 6",
    "9999-12-31T23:59:59.999Z, 23, 31, 52, 12, 9999, 5",
  })
  void aStartTimeHasItsPartsInUtc(
      Instant start, int hour, int day, int week, int month, int year, int weekday) {
    for (String zone : new String[] {"UTC", "America/New_York"}) {
      assertThat(
              Spark.with(
                  "spark.sql.session.timeZone",
                  zone,
                  () -> times(start.toString()).collectAsList()))
          .containsExactly(RowFactory.create(start, hour, day, week, month, year, weekday));
    }
  }

  @Test
  void playsThatStartTogetherAreOneRow() {
    assertThat(Time.from(songplays(play(), play().with(LogEvents.USER_ID, "11"))).collectAsList())
        .hasSize(1);
  }

  @Test
  void aMillisecondApartIsTwoRows() {
    assertThat(times("2018-11-01T00:00:00Z", "2018-11-01T00:00:00.001Z").collectAsList())
        .hasSize(2);
  }

  @Test
  void noPlaysGiveNoTimes() {
    assertThat(times().collectAsList()).isEmpty();
  }

  private static Dataset<Row> times(String... starts) {
    return Time.from(
        songplays(
            Stream.of(starts)
                .map(start -> play().with(LogEvents.TS, Instant.parse(start).toEpochMilli()))
                .toArray(RawRecord[]::new)));
  }

  private static Dataset<Row> songplays(RawRecord... plays) {
    return Songplays.from(Given.events(plays), Given.songs(), Match.TITLE_ARTIST);
  }
}
