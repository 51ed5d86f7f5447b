package com.sparkify.etl.runner.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sparkify.etl.runner.report.ComputeReport;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.spark.SparkConf;
import org.apache.spark.scheduler.SparkListenerExecutorAdded;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.junit.jupiter.api.Test;

class ComputeMeterTest {
  private static final long HOUR = 3_600_000;

  @Test
  void countsEachExecutorWhileItIsThere() {
    SparkConf conf =
        new SparkConf(false)
            .set("spark.master", "yarn")
            .set("spark.executor.cores", "4")
            .set("spark.executor.memory", "8g")
            .set("spark.executor.memoryOverhead", "2g");
    ComputeMeter meter = ComputeMeter.of(conf, clockAt(3 * HOUR));
    ComputeReport driverOnly = meter.soFar();

    meter.onExecutorAdded(added("1", 0));
    meter.onExecutorAdded(added("2", HOUR));
    meter.onExecutorRemoved(new SparkListenerExecutorRemoved(2 * HOUR, "2", "idle"));

    assertThat(meter.soFar().vcpuHours() - driverOnly.vcpuHours()).isCloseTo(16, within(0.01));
    assertThat(meter.soFar().memoryGbHours() - driverOnly.memoryGbHours())
        .isCloseTo(40, within(0.01));
  }

  @Test
  void countsThisProcessInLocalMode() {
    ComputeMeter meter =
        ComputeMeter.of(new SparkConf(false).set("spark.master", "local[1]"), clockAt(0));

    assertThat(meter.soFar().vcpuHours()).isPositive();
    assertThat(meter.soFar().memoryGbHours()).isPositive();
  }

  private static SparkListenerExecutorAdded added(String id, long millis) {
    return new SparkListenerExecutorAdded(millis, id, null);
  }

  private static Clock clockAt(long millis) {
    return Clock.fixed(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
  }
}
