package com.sparkify.etl.io.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeLockTest {
  private static final Instant NOON = Instant.parse("2018-11-30T12:00:00Z");

  private Path lake;

  @BeforeEach
  void nameLake(@TempDir Path folder) {
    lake = folder.resolve("lake");
  }

  @Test
  void letsOneRunInAndTellsTheOtherWhy() {
    try (Held held = lockAt(NOON).claim("first")) {
      assertThatThrownBy(() -> lockAt(NOON).claim("second"))
          .hasMessageContaining("Could not start run 'second' on the lake '%s'".formatted(lake))
          .hasMessageContaining("run 'first' holds it since 2018-11-30T12:00:00Z on host '")
          .hasMessageContaining("(process %d)".formatted(ProcessHandle.current().pid()))
          .hasMessageContaining("sparkify unlock --lake " + lake)
          .asInstanceOf(type(EtlException.class))
          .returns(Kind.STORAGE, EtlException::kind);
      held.requireHeld();
    }
  }

  @Test
  void letsTheNextRunInWhenItEnds() {
    lockAt(NOON).claim("first").close();

    lockAt(NOON).claim("second").close();

    assertThat(lockAt(NOON).holder()).isEmpty();
    assertThat(lake.resolve("_sparkify")).isEmptyDirectory();
  }

  @Test
  void takesOverFromAProcessThatIsGone() throws Exception {
    Process process = new ProcessBuilder("true").start();
    process.waitFor();
    claimed(thisHost(), process.pid(), "2018-11-30T11:59:00Z", NOON);

    try (Held held = lockAt(NOON).claim("second")) {
      held.requireHeld();
      assertThat(lockAt(NOON).holder())
          .hasValueSatisfying(by -> assertThat(by.runId()).isEqualTo("second"));
    }
  }

  @Test
  void takesOverFromAnotherProcessWithTheSameId() throws Exception {
    claimed(thisHost(), ProcessHandle.current().pid(), "1999-01-01T00:00:00Z", NOON);

    lockAt(NOON).claim("second").close();
  }

  @Test
  void takesOverFromAnotherHostAfterALongSilence() throws Exception {
    claimed("elsewhere", 1, "", NOON);
    Instant later = NOON.plus(LakeLock.SILENCE).plusSeconds(1);

    assertThatThrownBy(() -> lockAt(NOON.plus(LakeLock.SILENCE)).claim("second"))
        .hasMessageContaining("on host 'elsewhere' (process 1)");
    lockAt(later).claim("third").close();
  }

  @Test
  void waitsForAnotherHostThatLeavesWord() throws Exception {
    claimed("elsewhere", 1, "", NOON);
    lockAt(NOON.plus(Duration.ofMinutes(9))).pulse("other");
    Instant later = NOON.plus(LakeLock.SILENCE).plusSeconds(1);

    assertThatThrownBy(() -> lockAt(later).claim("second")).hasMessageContaining("'elsewhere'");
  }

  @Test
  void noticesThatItsClaimIsLost() throws Exception {
    try (Held held = lockAt(NOON).claim("first")) {
      claimed("elsewhere", 1, "", NOON);

      assertThatThrownBy(held::requireHeld)
          .hasMessageContaining("Run 'first' lost its claim on the lake");
    }
    assertThat(lockAt(NOON).holder())
        .hasValueSatisfying(by -> assertThat(by.runId()).isEqualTo("other"));
  }

  @Test
  void clearsTheLockOfAnotherHost() throws Exception {
    claimed("elsewhere", 1, "", NOON);

    assertThat(lockAt(NOON).clear())
        .hasValueSatisfying(by -> assertThat(by.host()).isEqualTo("elsewhere"));
    assertThat(lockAt(NOON).clear()).isEmpty();
  }

  @Test
  void doesNotClearTheLockOfALivingProcess() {
    try (Held held = lockAt(NOON).claim("first")) {
      assertThatThrownBy(() -> lockAt(NOON).clear())
          .hasMessageContaining("Could not clear the lock of the lake");
      held.requireHeld();
    }
  }

  @Test
  void letsOneOfManyTakeOver() throws Exception {
    claimed("elsewhere", 1, "", NOON);
    Instant later = NOON.plus(LakeLock.SILENCE).plusSeconds(1);
    int runs = 16;
    CyclicBarrier start = new CyclicBarrier(runs);
    ExecutorService threads = Executors.newFixedThreadPool(runs);
    List<Callable<Held>> claims = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      String run = "run-" + i;
      claims.add(
          () -> {
            start.await();
            return lockAt(later).claim(run);
          });
    }
    List<Held> won = new ArrayList<>();
    for (Future<Held> claim : threads.invokeAll(claims)) {
      try {
        won.add(claim.get());
      } catch (java.util.concurrent.ExecutionException lost) {
        assertThat(lost).hasMessageContaining("holds it since");
      }
    }
    threads.shutdown();

    assertThat(won).hasSize(1);
    won.get(0).requireHeld();
    won.get(0).close();
  }

  private void claimed(String host, long process, String start, Instant since) throws IOException {
    Files.createDirectories(lake.resolve("_sparkify"));
    new ObjectMapper()
        .writeValue(
            lake.resolve("_sparkify/lock").toFile(),
            new LockHolder("other", host, process, start, since.toString()));
  }

  private static String thisHost() {
    return LockHolder.thisProcess("x", NOON).host();
  }

  private LakeLock lockAt(Instant now) {
    return LakeLock.of(lake.toString(), new Configuration(), Clock.fixed(now, ZoneOffset.UTC));
  }
}
