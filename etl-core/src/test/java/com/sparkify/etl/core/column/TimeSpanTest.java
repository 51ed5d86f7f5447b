package com.sparkify.etl.core.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sparkify.etl.core.fixture.Spark;
import java.time.Instant;
import java.time.YearMonth;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;

class TimeSpanTest {
  private static final TimeSpan SPAN = new TimeSpan(10, 20);

  @Test
  void itsEndsBelongToIt() {
    assertThat(SPAN.meets(new TimeSpan(20, 30))).isTrue();
    assertThat(SPAN.meets(new TimeSpan(0, 10))).isTrue();
    assertThat(SPAN.meets(new TimeSpan(12, 13))).isTrue();
    assertThat(SPAN.meets(new TimeSpan(21, 30))).isFalse();
    assertThat(SPAN.meets(new TimeSpan(0, 9))).isFalse();
  }

  @Test
  void holdsWhatNeitherBeginsEarlierNorEndsLater() {
    assertThat(SPAN.holds(SPAN)).isTrue();
    assertThat(SPAN.holds(new TimeSpan(11, 12))).isTrue();
    assertThat(SPAN.holds(new TimeSpan(9, 12))).isFalse();
    assertThat(SPAN.holds(new TimeSpan(11, 21))).isFalse();
  }

  @Test
  void ofAMonthItEndsWhereTheNextBegins() {
    TimeSpan november = TimeSpan.of(YearMonth.of(2018, 11));

    assertThat(november.first()).isEqualTo(Instant.parse("2018-11-01T00:00:00Z").toEpochMilli());
    assertThat(november.last() + 1)
        .isEqualTo(TimeSpan.of(YearMonth.of(2018, 12)).first())
        .isEqualTo(Instant.parse("2018-12-01T00:00:00Z").toEpochMilli());
  }

  @Test
  void withAnotherItCoversWhatIsBetweenThem() {
    assertThat(SPAN.with(new TimeSpan(40, 50))).isEqualTo(new TimeSpan(10, 50));
    assertThat(SPAN.with(new TimeSpan(0, 15))).isEqualTo(new TimeSpan(0, 20));
  }

  @Test
  void tellsWhichTimesDoNotBelongToIt() {
    assertThat(
            Spark.session()
                .range(8, 23)
                .where(SPAN.isBeside(functions.col("id")))
                .as(Encoders.LONG())
                .collectAsList())
        .containsExactly(8L, 9L, 21L, 22L);
  }

  @Test
  void cannotEndBeforeItBegins() {
    assertThatThrownBy(() -> new TimeSpan(2, 1)).hasMessageContaining("not at 2 until 1");
  }
}
