package com.sparkify.etl.it.kills;

import com.sparkify.etl.core.star.StarSchema;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.it.kills.Site.Vanished;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/** Reads every published table over and over, and keeps what it saw. */
final class LoopingReader implements AutoCloseable {
  /** A pause is so many times as long as a look at all tables took, for the runs' sake. */
  private static final int PAUSE = 4;

  private final Site site;
  private final Map<Table, Set<List<List<String>>>> answers = new HashMap<>();
  private final CompletableFuture<Void> loop;
  private volatile boolean wanted = true;
  private int reads;
  private int again;

  private LoopingReader(Site site) {
    this.site = site;
    this.loop = CompletableFuture.runAsync(this::read);
  }

  static LoopingReader of(Site site) {
    return new LoopingReader(site);
  }

  /**
   * What was seen until now; the reader stops.
   *
   * @throws java.util.concurrent.CompletionException if a table could not be read
   */
  Seen stopped() {
    wanted = false;
    loop.join();
    return new Seen(reads, again, Map.copyOf(answers));
  }

  /**
   * What a reader saw.
   *
   * @param reads reads of a table
   * @param again those that found a file gone and were done again
   * @param answers the different contents of each table
   */
  record Seen(int reads, int again, Map<Table, Set<List<List<String>>>> answers) {}

  @Override
  public void close() {
    wanted = false;
  }

  /** Reads every table once more before it returns, at a moment that must not be missed. */
  synchronized void look() {
    StarSchema.TABLES.forEach(this::read);
  }

  private void read() {
    while (wanted) {
      long start = System.nanoTime();
      look();
      LockSupport.parkNanos(PAUSE * (System.nanoTime() - start));
    }
  }

  private void read(Table table) {
    try {
      answers.computeIfAbsent(table, key -> new LinkedHashSet<>()).add(site.rows(table));
      reads++;
    } catch (Vanished e) {
      again++;
    }
  }
}
