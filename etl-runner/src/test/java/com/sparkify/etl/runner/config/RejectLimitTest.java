package com.sparkify.etl.runner.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RejectLimitTest {
  @ParameterizedTest
  @CsvSource({
    "100, 100, 100, false",
    "100, 101, 1000000, true",
    "0, 1, 1, true",
    "1%, 1, 100, false",
    "1%, 2, 100, true",
    "0.5%, 1, 199, true",
    "0.5%, 1, 200, false",
    "0%, 0, 0, false",
    "100%, 7, 7, false"
  })
  void isExceededByMoreThanItSays(String limit, long rejected, long read, boolean exceeded) {
    assertThat(RejectLimit.parse(limit).isExceededBy(rejected, read)).isEqualTo(exceeded);
    assertThat(RejectLimit.parse(limit)).hasToString(limit);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "1.5", "101%", "%", "1 %", "ten"})
  void isACountOrAShare(String text) {
    assertThatThrownBy(() -> RejectLimit.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
