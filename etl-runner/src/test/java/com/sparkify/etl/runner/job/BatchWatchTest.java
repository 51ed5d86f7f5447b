package com.sparkify.etl.runner.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.io.staging.Batch;
import com.sparkify.etl.io.staging.Ledger;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchWatchTest {
  @Test
  void warnsFromOneBatchMoreThanAHundredAndNamesTheCommand() {
    assertThat(BatchWatch.warnings(batches(100), batches(100))).isEmpty();
    assertThat(BatchWatch.warnings(batches(1), batches(101)))
        .singleElement()
        .asString()
        .startsWith("events are staged in 101 batches,")
        .contains("'sparkify vacuum'");
  }

  private static Ledger batches(int number) {
    return new Ledger(
        IntStream.rangeClosed(1, number)
            .mapToObj(id -> new Batch("%06d".formatted(id), List.of()))
            .toList());
  }
}
