package com.sparkify.etl.it.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.io.lake.Held;
import com.sparkify.etl.io.lake.LakeLock;
import com.sparkify.etl.it.s3.proxy.Fate;
import com.sparkify.etl.it.s3.proxy.Operation;
import com.sparkify.etl.it.s3.proxy.RequestProxy;
import com.sparkify.etl.it.s3.proxy.Rule;
import com.sparkify.etl.it.s3.proxy.S3Request;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

  /** The server creates the lock, and the request that is sent again meets with it. */
  @ParameterizedTest
  @MethodSource("lostAnswers")
  void knowsItsOwnLockWhenTheAnswerWasLost(Fate lost) {
    AtomicInteger creations = new AtomicInteger();
    try (RequestProxy proxy = proxy(theFirstCreationMeets(lost, creations))) {
      Held held = lockAt(NOON, proxy.endpoint()).claim("ours");

      held.requireHeld();
      held.close();
    }
    assertThat(creations).hasValue(2);
    assertThat(bucket.keys("lake/")).isEmpty();
  }

  static List<Fate> lostAnswers() {
    return List.of(
        Fate.unheard(Fate.reset()),
        Fate.unheard(Fate.internalError()),
        Fate.unheard(Fate.slowDown()));
  }

  @Test
  void knowsTheLockOfAnotherRunWhenTheAnswerWasLost() {
    Rule deaf = theFirstCreationMeets(Fate.unheard(Fate.reset()), new AtomicInteger());
    try (RequestProxy proxy = proxy(deaf)) {
      Held held = lockAt(NOON).claim("first");

      assertThatThrownBy(() -> lockAt(NOON, proxy.endpoint()).claim("second"))
          .hasMessageContaining("run 'first' holds it since");
      held.requireHeld();
      held.close();
    }
  }

  @Test
  void asksAgainWhenTheServerIsBusy() {
    AtomicInteger asked = new AtomicInteger();
    Rule busy =
        request ->
            request.key().equals("lake/_sparkify/lock") && asked.incrementAndGet() % 4 != 0
                ? Fate.slowDown()
                : Fate.forwarded();
    try (RequestProxy proxy = proxy(busy)) {
      Held held = lockAt(NOON, proxy.endpoint()).claim("ours");

      held.requireHeld();
      held.close();
    }
    assertThat(bucket.keys("lake/")).isEmpty();
  }

  /** Whoever runs on another host would have to wait for it. */
  @Test
  void leavesNoLockBehindWhenItsClaimFails() {
    AtomicBoolean created = new AtomicBoolean();
    Rule deaf =
        request ->
            !creates(request)
                ? Fate.forwarded()
                : created.compareAndSet(false, true)
                    ? Fate.unheard(Fate.internalError())
                    : Fate.internalError();
    try (RequestProxy proxy = proxy(deaf)) {
      assertThatThrownBy(() -> lockAt(NOON, proxy.endpoint()).claim("ours"))
          .hasMessageContaining("Could not take the lock '%s/_sparkify/lock'", bucket.uri("lake"))
          .hasMessageContaining("the server has an error of its own");
    }
    assertThat(created).isTrue();
    assertThat(bucket.keys("lake/")).isEmpty();
  }

  @Test
  void saysWhichLockItCannotRead() {
    AtomicBoolean claimed = new AtomicBoolean();
    Rule busyLater = request -> claimed.get() ? Fate.slowDown() : Fate.forwarded();
    try (RequestProxy proxy = proxy(busyLater)) {
      Held held = lockAt(NOON, proxy.endpoint()).claim("ours");
      claimed.set(true);

      assertThatThrownBy(held::requireHeld)
          .hasMessageContaining(
              "Could not read the claim of run 'ours' in the lock '%s/_sparkify/lock'",
              bucket.uri("lake"))
          .hasMessageContaining("the server is too busy");

      claimed.set(false);
      held.close();
    }
    assertThat(bucket.keys("lake/")).isEmpty();
  }

  private RequestProxy proxy(Rule rule) {
    return RequestProxy.before(bucket.endpoint(), rule, Duration.ZERO);
  }

  private static Rule theFirstCreationMeets(Fate fate, AtomicInteger creations) {
    return request ->
        creates(request) && creations.incrementAndGet() == 1 ? fate : Fate.forwarded();
  }

  private static boolean creates(S3Request request) {
    return request.operation() == Operation.PUT && request.key().equals("lake/_sparkify/lock");
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
    return lock(S3Session.on(bucket).sparkContext().hadoopConfiguration(), now);
  }

  /** The claim of a process of its own, with a client of its own, at {@code endpoint}. */
  private LakeLock lockAt(Instant now, URI endpoint) {
    Configuration conf =
        new Configuration(S3Session.on(bucket, endpoint).sparkContext().hadoopConfiguration());
    conf.setBoolean("fs.s3a.impl.disable.cache", true);
    return lock(conf, now);
  }

  private LakeLock lock(Configuration conf, Instant now) {
    return LakeLock.of(bucket.uri("lake"), conf, Clock.fixed(now, ZoneOffset.UTC));
  }
}
