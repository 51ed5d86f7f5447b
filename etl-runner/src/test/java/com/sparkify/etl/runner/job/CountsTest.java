package com.sparkify.etl.runner.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.core.star.Time;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CountsTest {
  private static final List<String> OCTOBER = List.of("2018", "10");
  private static final List<String> NOVEMBER = List.of("2018", "11");

  @Test
  void numbersOfOneNameAndKeyAreAddedUp() {
    Counts total =
        Counts.total(
            Stream.of(
                new Counts(Map.of("time", Map.of(OCTOBER, 2L, NOVEMBER, 3L), "gaps", Map.of())),
                new Counts(Map.of("time", Map.of(NOVEMBER, 4L)))));

    assertThat(total.rows(Time.TABLE)).isEqualTo(Map.of(OCTOBER, 2L, NOVEMBER, 7L));
    assertThat(total.sum("time")).isEqualTo(9);
    assertThat(total.has("gaps")).isFalse();
  }

  @Test
  void zeroIsAsIfNothingWereCounted() {
    assertThat(Counts.of("gaps", 0)).isEqualTo(Counts.NONE);
    assertThat(Counts.NONE.sum("gaps")).isZero();
    assertThat(Counts.NONE.rows(Time.TABLE)).isEmpty();
  }
}
