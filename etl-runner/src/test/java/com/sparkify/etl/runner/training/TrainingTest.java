package com.sparkify.etl.runner.training;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class TrainingTest {

  @Test
  void thePracticeWithS3Succeeds() {
    assertThatCode(Training::practise).doesNotThrowAnyException();
  }
}
