package com.sparkify.etl.runner.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonthRangeTest {
  @ParameterizedTest
  @CsvSource({
    "2018-11, 2018-12, 2018-10, false",
    "2018-11, 2018-12, 2018-11, true",
    "2018-11, 2018-12, 2018-12, true",
    "2018-11, 2018-12, 2019-01, false",
    "2018-11, 2018-11, 2018-11, true",
    "2018-11, , 2020-01, true",
    "2018-11, , 2018-10, false",
    ", 2018-11, 2017-01, true",
    ", 2018-11, 2018-12, false"
  })
  void holdsBothItsEnds(YearMonth since, YearMonth until, YearMonth month, boolean within) {
    MonthRange range = new MonthRange(Optional.ofNullable(since), Optional.ofNullable(until));

    assertThat(range.contains(month)).isEqualTo(within);
  }
}
