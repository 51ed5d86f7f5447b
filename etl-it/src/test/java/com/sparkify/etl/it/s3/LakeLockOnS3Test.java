package com.sparkify.etl.it.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.io.lake.Held;
import com.sparkify.etl.io.lake.LakeLock;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One of many runs has a lake on a server that keeps to conditional writes. */
@ExtendWith(S3.class)
class LakeLockOnS3Test {
  private static final Instant NOON = Instant.parse("2018-11-30T12:00:00Z");
  private static final int RUNS = 12;

  private final Bucket bucket;

  LakeLockOnS3Test(Bucket bucket) {
    this.bucket = bucket;
  }

  @Test
  void letsOneOfManyIn() throws Exception {
    Held held = theOneThatWon(NOON);

    held.requireHeld();
    assertThatThrownBy(() -> lockAt(NOON).claim("late")).hasMessageContaining("holds it since");
    held.close();
    assertThat(bucket.keys("lake/_sparkify/lock")).isEmpty();
  }

  @Test
  void letsOneOfManyTakeOver() throws Exception {
    bucket.put(
        "lake/_sparkify/lock",
        """
        {"runId":"dead","host":"elsewhere","processId":1,"processStart":"","since":"%s"}
        """
            .formatted(NOON));

    Held held = theOneThatWon(NOON.plus(LakeLock.SILENCE).plusSeconds(1));

    held.requireHeld();
    held.close();
  }

  private Held theOneThatWon(Instant now) throws Exception {
    CyclicBarrier start = new CyclicBarrier(RUNS);
    List<Callable<Optional<Held>>> runs = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      String run = "run-" + i;
      LakeLock lock = lockAt(now);
      runs.add(
          () -> {
            start.await();
            return claimed(lock, run);
          });
    }
    ExecutorService threads = Executors.newFixedThreadPool(RUNS);
    List<Held> won = new ArrayList<>();
    for (Future<Optional<Held>> run : threads.invokeAll(runs)) {
      run.get().ifPresent(won::add);
    }
    threads.shutdown();
    assertThat(won).hasSize(1);
    return won.get(0);
  }

  private static Optional<Held> claimed(LakeLock lock, String run) {
    try {
      return Optional.of(lock.claim(run));
    } catch (EtlException refused) {
      assertThat(refused).hasMessageContaining("holds it since");
      return Optional.empty();
    }
  }

  private LakeLock lockAt(Instant now) {
    return LakeLock.of(
        bucket.uri("lake"),
        S3Session.on(bucket).sparkContext().hadoopConfiguration(),
        Clock.fixed(now, ZoneOffset.UTC));
  }
}
