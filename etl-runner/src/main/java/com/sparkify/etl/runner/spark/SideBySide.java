package com.sparkify.etl.runner.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Runs small Spark jobs at the same time, so that one plans while another computes. */
public final class SideBySide {
  private static final int JOBS = 4;

  private SideBySide() {}

  /** The result of each job, in their order; the first failure stops the others. */
  public static <T> List<T> results(List<Supplier<T>> jobs) {
    ExecutorService threads = Executors.newFixedThreadPool(JOBS);
    try {
      List<Future<T>> started = new ArrayList<>();
      jobs.forEach(job -> started.add(threads.submit(job::get)));
      List<T> results = new ArrayList<>();
      for (Future<T> job : started) {
        results.add(job.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw Causes.unchecked(e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while counting", e);
    } finally {
      threads.shutdownNow();
    }
  }
}
