package com.sparkify.etl.runner.spark;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Runs small Spark jobs at the same time, so that one plans while another computes. */
public final class SideBySide {
  private static final int JOBS = 4;

  private SideBySide() {}

  /** The result of each job by its name; the first failure stops the others. */
  public static <T> Map<String, T> results(Map<String, Supplier<T>> jobs) {
    ExecutorService threads = Executors.newFixedThreadPool(JOBS);
    try {
      Map<String, Future<T>> started = new LinkedHashMap<>();
      jobs.forEach((name, job) -> started.put(name, threads.submit(job::get)));
      Map<String, T> results = new LinkedHashMap<>();
      for (Map.Entry<String, Future<T>> job : started.entrySet()) {
        results.put(job.getKey(), job.getValue().get());
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
