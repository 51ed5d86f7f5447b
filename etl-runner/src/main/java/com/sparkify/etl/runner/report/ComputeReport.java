package com.sparkify.etl.runner.report;

/**
 * What a run took of machines, from the start of the driver to the report.
 *
 * @param vcpuHours cores of the driver and of each executor, times the hours that it was there
 * @param memoryGbHours their memory in GiB, with its overhead, times the same hours
 */
public record ComputeReport(double vcpuHours, double memoryGbHours) {
  public static final ComputeReport NONE = new ComputeReport(0, 0);
}
