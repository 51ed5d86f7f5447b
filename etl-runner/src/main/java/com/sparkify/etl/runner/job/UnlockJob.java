package com.sparkify.etl.runner.job;

import com.google.inject.Inject;
import com.sparkify.etl.io.lake.LakeLock;
import com.sparkify.etl.runner.config.LakeSettings;
import com.sparkify.etl.runner.output.Streams;

/** Takes the lock of a lake away from a run that is gone. */
public final class UnlockJob {
  private final LakeLock lock;
  private final LakeSettings lake;
  private final Streams streams;

  @Inject
  UnlockJob(LakeLock lock, LakeSettings lake, Streams streams) {
    this.lock = lock;
    this.lake = lake;
    this.streams = streams;
  }

  /** Prints whose lock it was. */
  public void unlock() {
    streams
        .out()
        .println(
            lock.clear()
                .map(
                    holder ->
                        "cleared the lock of run '%s' (host '%s', process %d, since %s) on the lake '%s'"
                            .formatted(
                                holder.runId(),
                                holder.host(),
                                holder.processId(),
                                holder.since(),
                                lake.path()))
                .orElse("no run holds the lake '%s'".formatted(lake.path())));
    streams.out().flush();
  }
}
