package com.sparkify.etl.runner.report;

/**
 * A part of what the lake keeps beside its tables, before and after a vacuum.
 *
 * @param area its folder below {@code _sparkify}
 */
public record AreaReport(
    String area, long filesBefore, long bytesBefore, long filesAfter, long bytesAfter) {}
