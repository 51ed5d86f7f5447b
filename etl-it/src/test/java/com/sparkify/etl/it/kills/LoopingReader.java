package com.sparkify.etl.it.kills;

import com.sparkify.etl.it.kills.Site.Vanished;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/** Asks the same questions over and over, and keeps the answers. */
final class LoopingReader implements AutoCloseable {
  /** A pause is so many times as long as a round of questions took, for the runs' sake. */
  private static final int PAUSE = 4;

  private final List<Question> questions;
  private final Map<Question, Set<List<List<String>>>> answers = new HashMap<>();
  private final CompletableFuture<Void> loop;
  private volatile boolean wanted = true;
  private int reads;
  private int again;

  private LoopingReader(List<Question> questions) {
    this.questions = questions;
    this.loop = CompletableFuture.runAsync(this::read);
  }

  static LoopingReader asking(List<Question> questions) {
    return new LoopingReader(questions);
  }

  /**
   * What was seen until now; the reader stops.
   *
   * @throws java.util.concurrent.CompletionException if a question could not be answered
   */
  Seen stopped() {
    wanted = false;
    loop.join();
    return new Seen(reads, again, Map.copyOf(answers));
  }

  /**
   * What a reader saw.
   *
   * @param reads answers to a question
   * @param again those that found a file gone and were asked again
   * @param answers the different answers to each question
   */
  record Seen(int reads, int again, Map<Question, Set<List<List<String>>>> answers) {}

  @Override
  public void close() {
    wanted = false;
  }

  /** Asks every question once more before it returns, at a moment that must not be missed. */
  synchronized void look() {
    questions.forEach(this::read);
  }

  private void read() {
    while (wanted) {
      long start = System.nanoTime();
      look();
      LockSupport.parkNanos(PAUSE * (System.nanoTime() - start));
    }
  }

  private void read(Question question) {
    try {
      answers.computeIfAbsent(question, key -> new LinkedHashSet<>()).add(question.answer());
      reads++;
    } catch (Vanished e) {
      again++;
    }
  }
}
