package com.sparkify.etl.core.column;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.weekofyear;
import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.core.fixture.Given;
import com.sparkify.etl.core.fixture.Spark;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTimeTest {

  @ParameterizedTest
  @CsvSource({
    "1970-01-01T00:00:00.000Z, 1970-01-01,  0, 4,  1",
    "1969-12-31T23:59:59.999Z, 1969-12-31, 23, 3,  1",
    "1969-12-31T00:00:00.000Z, 1969-12-31,  0, 3,  1",
    "1899-12-31T22:59:59.001Z, 1899-12-31, 22, 7, 52",
    "2018-11-01T21:01:46.796Z, 2018-11-01, 21, 4, 44",
    "2020-02-29T23:59:59.999Z, 2020-02-29, 23, 6,  9",
    "2000-02-29T12:00:00.000Z, 2000-02-29, 12, 2,  9",
    "1900-03-01T00:00:00.000Z, 1900-03-01,  0, 4,  9",
    "2018-12-30T23:59:59.999Z, 2018-12-30, 23, 7, 52",
    "2018-12-31T00:00:00.000Z, 2018-12-31,  0, 1,  1",
    "2016-01-01T00:00:00.000Z, 2016-01-01,  0, 5, 53",
    "2020-12-31T23:00:00.000Z, 2020-12-31, 23, 4, 53",
    "2021-01-03T23:59:59.999Z, 2021-01-03, 23, 7, 53",
    "2021-01-04T00:00:00.000Z, 2021-01-04,  0, 1,  1",
    "9999-12-31T23:59:59.999Z, 9999-12-31, 23, 5, 52",
  })
  void readsTheCalendarInUtc(Instant instant, LocalDate date, long hour, int weekday, int week) {
    for (String zone : List.of("UTC", "America/New_York", "Pacific/Kiritimati")) {
      assertThat(parts(zone, Arrays.asList(instant.toEpochMilli())))
          .as(zone)
          .containsExactly(RowFactory.create(instant, date, hour, weekday, week));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/New_York"})
  void everyPartOfNoInstantIsNull(String zone) {
    assertThat(parts(zone, Arrays.asList((Long) null)))
        .containsExactly(RowFactory.create(null, null, null, null, null));
  }

  @Test
  void timeEndsWithYear9999() {
    assertThat(Instant.ofEpochMilli(EventTime.END_OF_TIME))
        .isEqualTo(Instant.parse("9999-12-31T23:59:59.999Z").plusMillis(1));
  }

  private static List<Row> parts(String zone, List<Long> epochMillis) {
    return Spark.with("spark.sql.session.timeZone", zone, () -> parts(epochMillis));
  }

  private static List<Row> parts(List<Long> epochMillis) {
    Column instant = EventTime.instant(col("value"));
    return Given.values(DataTypes.LongType, epochMillis)
        .select(
            instant,
            EventTime.date(instant),
            EventTime.hour(instant),
            EventTime.isoWeekday(instant),
            weekofyear(EventTime.date(instant)))
        .collectAsList();
  }
}
