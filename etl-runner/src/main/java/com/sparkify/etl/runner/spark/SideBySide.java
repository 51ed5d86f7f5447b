package com.sparkify.etl.runner.spark;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;

/** Runs small Spark jobs at the same time, so that one plans while another computes. */
public final class SideBySide {
  private static final int JOBS = 4;

  private SideBySide() {}

  /** The result of each job, in their order. A failure is thrown when all jobs have ended. */
  public static <T> List<T> results(List<Supplier<T>> jobs) {
    List<CompletableFuture<T>> started = started(jobs);
    result(CompletableFuture.allOf(started.toArray(CompletableFuture[]::new)));
    return started.stream().map(SideBySide::result).toList();
  }

  /** Each job, in their order; they go on when this returns. */
  public static <T> List<CompletableFuture<T>> started(List<Supplier<T>> jobs) {
    return on(
        threads -> jobs.stream().map(job -> CompletableFuture.supplyAsync(job, threads)).toList());
  }

  /** The result of {@code job}, or its failure. */
  public static <T> T result(CompletableFuture<T> job) {
    try {
      return job.join();
    } catch (CompletionException e) {
      throw failure(e);
    }
  }

  /** What {@code work} makes of some threads, which are gone when they have nothing more to do. */
  public static <T> T on(Function<Executor, T> work) {
    ExecutorService threads = Executors.newFixedThreadPool(JOBS);
    try {
      return work.apply(threads);
    } catch (CompletionException e) {
      throw failure(e);
    } finally {
      threads.shutdown();
    }
  }

  private static RuntimeException failure(CompletionException e) {
    return Causes.unchecked(e.getCause() == null ? e : e.getCause());
  }
}
