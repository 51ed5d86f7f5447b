package com.sparkify.etl.io.lake;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.io.storage.Claims;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A lake that is claimed; closing it lets the next run have it. */
public final class Held implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Held.class);

  private final LakeLock lock;
  private final Claims claims;
  private final byte[] content;
  private final LockHolder us;
  private final Thread pulse;

  Held(LakeLock lock, Claims claims, byte[] content, LockHolder us) {
    this.lock = lock;
    this.claims = claims;
    this.content = content;
    this.us = us;
    this.pulse = new Thread(this::beat, "lake-lock-pulse");
    pulse.setDaemon(true);
    pulse.start();
  }

  /**
   * Does nothing while the claim holds.
   *
   * @throws EtlException of kind STORAGE if another run has taken it
   */
  public void requireHeld() {
    try {
      if (!lock.isHeldWith(claims, content)) {
        throw lock.lost(us.runId());
      }
    } catch (IOException e) {
      throw lock.unreadable(us.runId(), e);
    }
  }

  /** Also where the storage fails: the lock then stays for the next run to take over. */
  @Override
  public void close() {
    pulse.interrupt();
    try {
      lock.release(claims, content);
    } catch (IOException e) {
      LOG.warn("The lock of run '{}' was not removed: {}", us.runId(), e.toString());
    }
  }

  private void beat() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        Thread.sleep(LakeLock.PULSE.toMillis());
        lock.pulse(us.runId());
      } catch (InterruptedException released) {
        Thread.currentThread().interrupt();
      } catch (IOException e) {
        LOG.warn("Run '{}' could not leave word that it works: {}", us.runId(), e.toString());
      }
    }
  }
}
