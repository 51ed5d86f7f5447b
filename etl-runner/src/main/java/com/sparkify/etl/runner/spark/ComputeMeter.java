package com.sparkify.etl.runner.spark;

import com.sparkify.etl.runner.report.ComputeReport;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorAdded;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerTaskStart;

/**
 * Measures how long the driver and the executors hold their cores and memory. An executor counts
 * from its start or, if that was before the meter's, from its first task. Closing it takes it off
 * the session, which may outlive it by many runs.
 */
public final class ComputeMeter extends SparkListener implements AutoCloseable {
  private static final double MILLIS_PER_HOUR = 3.6e6;
  private static final double MIB_PER_GIB = 1024;
  private static final double LEAST_OVERHEAD_MIB = 384;
  private static final double OVERHEAD = 0.1;
  private static final String DEFAULT_MEMORY = "1g";
  private static final String NOT_OPEN = "local[]";

  private final Clock clock;
  private final Map<String, Long> since = new ConcurrentHashMap<>();
  private final AtomicLong endedMillis = new AtomicLong();
  private volatile SparkConf conf = new SparkConf(false);
  private volatile Runnable onClose = () -> {};

  private ComputeMeter(Clock clock) {
    this.clock = clock;
  }

  /** A meter of the executors of {@code spark} from when it is open; of the driver until then. */
  public static ComputeMeter of(LateSpark spark, Clock clock) {
    ComputeMeter meter = new ComputeMeter(clock);
    spark.whenOpen(session -> meter.watch(session.sparkContext()));
    return meter;
  }

  static ComputeMeter of(SparkConf conf, Clock clock) {
    ComputeMeter meter = new ComputeMeter(clock);
    meter.conf = conf;
    return meter;
  }

  private void watch(SparkContext context) {
    conf = context.getConf();
    onClose = () -> context.removeSparkListener(this);
    context.addSparkListener(this);
  }

  @Override
  public void close() {
    onClose.run();
  }

  @Override
  public void onExecutorAdded(SparkListenerExecutorAdded added) {
    since.putIfAbsent(added.executorId(), added.time());
  }

  @Override
  public void onTaskStart(SparkListenerTaskStart started) {
    since.putIfAbsent(started.taskInfo().executorId(), started.taskInfo().launchTime());
  }

  @Override
  public void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
    Long start = since.remove(removed.executorId());
    if (start != null) {
      endedMillis.addAndGet(removed.time() - start);
    }
  }

  /** What was held so far. */
  public ComputeReport soFar() {
    double driverHours = ManagementFactory.getRuntimeMXBean().getUptime() / MILLIS_PER_HOUR;
    if (conf.get("spark.master", NOT_OPEN).startsWith("local[")) {
      Runtime here = Runtime.getRuntime();
      return new ComputeReport(
          here.availableProcessors() * driverHours,
          here.maxMemory() / (MIB_PER_GIB * MIB_PER_GIB * MIB_PER_GIB) * driverHours);
    }
    double executorHours = executorMillis() / MILLIS_PER_HOUR;
    return new ComputeReport(
        cores("driver") * driverHours + cores("executor") * executorHours,
        memoryGib("driver") * driverHours + memoryGib("executor") * executorHours);
  }

  private long executorMillis() {
    long now = clock.millis();
    return endedMillis.get()
        + since.values().stream().mapToLong(start -> Math.max(0, now - start)).sum();
  }

  private int cores(String role) {
    return conf.getInt("spark.%s.cores".formatted(role), 1);
  }

  private double memoryGib(String role) {
    double mib = conf.getSizeAsMb("spark.%s.memory".formatted(role), DEFAULT_MEMORY);
    double overhead =
        conf.contains("spark.%s.memoryOverhead".formatted(role))
            ? conf.getSizeAsMb("spark.%s.memoryOverhead".formatted(role))
            : Math.max(LEAST_OVERHEAD_MIB, OVERHEAD * mib);
    return (mib + overhead) / MIB_PER_GIB;
  }
}
