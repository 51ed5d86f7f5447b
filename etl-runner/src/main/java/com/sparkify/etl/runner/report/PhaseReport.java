package com.sparkify.etl.runner.report;

/** How long a part of a run took, in seconds. */
public record PhaseReport(String name, double seconds) {}
