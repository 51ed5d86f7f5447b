package com.sparkify.etl.io.lake;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.io.storage.Claims;
import com.sparkify.etl.io.storage.Documents;
import com.sparkify.etl.io.storage.StorageTrouble;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * The claim of one run on a lake: the file {@code _sparkify/lock}, which only one run can create.
 *
 * <p>A run that was killed leaves it behind. The next run takes it over if that run's process is
 * gone from this host or, on any other host, if nothing was heard of it for {@link #SILENCE}: while
 * it works, a run says every {@link #PULSE} in {@code _sparkify/lock-alive.json} that it does. A
 * run that is stopped for longer than that and then goes on is not noticed before it publishes;
 * {@link Held#requireHeld} is asked there.
 */
public final class LakeLock {
  /** After so long without a word a run counts as dead. */
  public static final Duration SILENCE = Duration.ofMinutes(10);

  static final Duration PULSE = Duration.ofMinutes(1);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String lake;
  private final Path file;
  private final Path alive;
  private final Configuration conf;
  private final Clock clock;

  private LakeLock(String lake, Configuration conf, Clock clock) {
    this.lake = lake;
    this.file = new Path(lake, "_sparkify/lock");
    this.alive = new Path(lake, "_sparkify/lock-alive.json");
    this.conf = conf;
    this.clock = clock;
  }

  /** The lock of the lake at {@code lake}. */
  public static LakeLock of(String lake, Configuration conf, Clock clock) {
    return new LakeLock(lake, conf, clock);
  }

  /** When a run was last heard of. */
  record Alive(@JsonProperty("runId") String runId, @JsonProperty("at") String at) {}

  /**
   * Claims the lake for {@code runId}.
   *
   * @throws EtlException of kind STORAGE if another run holds it
   */
  public Held claim(String runId) {
    LockHolder us = LockHolder.thisProcess(runId, clock.instant());
    try {
      Claims claims = Claims.of(file, conf);
      byte[] content = JSON.writeValueAsBytes(us);
      claim(claims, runId, content);
      return new Held(this, claims, content, us);
    } catch (IOException e) {
      throw StorageTrouble.failure("take the lock '%s'".formatted(file), e);
    }
  }

  /** One that fails may have written all the same, and would keep other hosts waiting. */
  private void claim(Claims claims, String runId, byte[] content) throws IOException {
    try {
      if (!claims.create(file, content)) {
        takeOver(claims, runId, content);
      }
    } catch (IOException e) {
      try {
        claims.release(file, content);
      } catch (IOException stays) {
        e.addSuppressed(stays);
      }
      throw e;
    }
  }

  /** The run that holds the lake; empty if none does. */
  public Optional<LockHolder> holder() {
    try {
      Optional<byte[]> content = Claims.of(file, conf).read(file);
      return content.isPresent() ? Optional.of(read(content.orElseThrow())) : Optional.empty();
    } catch (IOException e) {
      throw StorageTrouble.failure("read the lock of the lake '%s'".formatted(lake), e);
    }
  }

  /**
   * Takes the lock away from whoever holds it, for a run that is known to be dead; who that was.
   *
   * @throws EtlException of kind STORAGE if it is a process of this host that is alive
   */
  public Optional<LockHolder> clear() {
    try {
      Claims claims = Claims.of(file, conf);
      Optional<byte[]> content = claims.read(file);
      if (content.isEmpty()) {
        return Optional.empty();
      }
      LockHolder holder = read(content.orElseThrow());
      if (holder.isAliveHere()) {
        throw heldBy(holder, "clear the lock of");
      }
      claims.release(file, content.orElseThrow());
      return Optional.of(holder);
    } catch (IOException e) {
      throw StorageTrouble.failure("clear the lock of the lake '%s'".formatted(lake), e);
    }
  }

  private void takeOver(Claims claims, String runId, byte[] content) throws IOException {
    Optional<byte[]> theirs = claims.read(file);
    if (theirs.isEmpty()) {
      requireWon(claims.create(file, content), claims, runId);
      return;
    }
    LockHolder holder = read(theirs.orElseThrow());
    if (!isDead(holder)) {
      throw heldBy(holder, "start run '%s' on".formatted(runId));
    }
    replace(claims, holder, theirs.orElseThrow(), runId, content);
  }

  /**
   * Puts {@code content} in place of the lock of {@code dead}. Whoever creates the heir's file may;
   * that the lock is still the dead run's is looked at again, since an earlier heir may be done.
   */
  private void replace(Claims claims, LockHolder dead, byte[] theirs, String runId, byte[] content)
      throws IOException {
    Path heir = new Path(file.getParent(), "lock-after-" + dead.runId());
    requireHeir(claims, heir, runId, content);
    try {
      boolean isStillTheirs =
          claims.read(file).filter(found -> Arrays.equals(found, theirs)).isPresent();
      if (isStillTheirs) {
        claims.overwrite(file, content);
      }
      requireWon(isStillTheirs, claims, runId);
    } finally {
      claims.release(heir, content);
    }
  }

  private void requireHeir(Claims claims, Path heir, String runId, byte[] content)
      throws IOException {
    if (claims.create(heir, content)) {
      return;
    }
    Optional<byte[]> other = claims.read(heir);
    if (other.isPresent() && isDead(read(other.orElseThrow()))) {
      claims.release(heir, other.orElseThrow());
    }
    requireWon(other.isPresent() && claims.create(heir, content), claims, runId);
  }

  private void requireWon(boolean won, Claims claims, String runId) throws IOException {
    if (!won) {
      Optional<byte[]> winner = claims.read(file);
      String attempt = "start run '%s' on".formatted(runId);
      throw winner.isPresent()
          ? heldBy(read(winner.orElseThrow()), attempt)
          : new EtlException(
              Kind.STORAGE,
              "Could not %s the lake '%s': another run came first, and has ended. Run again."
                  .formatted(attempt, lake));
    }
  }

  private boolean isDead(LockHolder holder) throws IOException {
    if (holder.isOfThisHost()) {
      return !holder.isAliveHere();
    }
    Instant last = Instant.parse(holder.since());
    Optional<Alive> heard = new Documents(conf).read(alive, Alive.class);
    if (heard.isPresent() && heard.orElseThrow().runId().equals(holder.runId())) {
      last = Instant.parse(heard.orElseThrow().at());
    }
    return last.plus(SILENCE).isBefore(clock.instant());
  }

  /** Leaves word that {@code runId} works. */
  void pulse(String runId) throws IOException {
    new Documents(conf).write(alive, new Alive(runId, clock.instant().toString()));
  }

  void release(Claims claims, byte[] content) throws IOException {
    try {
      new Documents(conf).delete(alive);
    } finally {
      claims.release(file, content);
    }
  }

  boolean isHeldWith(Claims claims, byte[] content) throws IOException {
    return claims.read(file).filter(found -> Arrays.equals(found, content)).isPresent();
  }

  EtlException lost(String runId) {
    return new EtlException(
        Kind.STORAGE,
        ("Run '%s' lost its claim on the lake '%s': another run took it for dead, since nothing was"
                + " heard of it for %d minutes. Nothing was published by it. Run again.")
            .formatted(runId, lake, SILENCE.toMinutes()));
  }

  EtlException unreadable(String runId, IOException cause) {
    return StorageTrouble.failure(
        "read the claim of run '%s' in the lock '%s'".formatted(runId, file), cause);
  }

  private EtlException heldBy(LockHolder holder, String attempt) {
    return new EtlException(
        Kind.STORAGE,
        ("Could not %s the lake '%s': run '%s' holds it since %s on host '%s' (process %d). Wait"
                + " until it ends. If that process is gone, clear its lock with 'sparkify unlock"
                + " --lake %s'.")
            .formatted(
                attempt,
                lake,
                holder.runId(),
                holder.since(),
                holder.host(),
                holder.processId(),
                lake));
  }

  private LockHolder read(byte[] content) throws IOException {
    return JSON.readValue(content, LockHolder.class);
  }
}
