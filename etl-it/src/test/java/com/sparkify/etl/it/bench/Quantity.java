package com.sparkify.etl.it.bench;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** What is told of every process, and how it is written. */
enum Quantity {
  WALL("wall s", "%.2f"),
  CPU("CPU s", "%.2f"),
  MEMORY("peak MB", "%,.0f"),
  TABLE_FILES("table files", "%,.0f"),
  TABLE_SIZE("table MB", "%,.2f"),
  ALL_FILES("all files", "%,.0f"),
  ALL_SIZE("all MB", "%,.2f");

  private static final double BYTES_PER_MEGABYTE = 1e6;

  private final String heading;
  private final String format;

  Quantity(String heading, String format) {
    this.heading = heading;
    this.format = format;
  }

  String heading() {
    return heading;
  }

  /** How much {@code trial} took; empty if nobody knows. */
  OptionalDouble of(Trial trial) {
    Measured measured = trial.measured();
    return switch (this) {
      case WALL -> OptionalDouble.of(measured.wallSeconds());
      case CPU -> measured.cpuSeconds();
      case MEMORY ->
          measured.peakBytes().stream()
              .mapToDouble(bytes -> bytes / BYTES_PER_MEGABYTE)
              .findFirst();
      case TABLE_FILES -> files(trial.tables());
      case TABLE_SIZE -> megabytes(trial.tables());
      case ALL_FILES -> files(trial.all());
      case ALL_SIZE -> megabytes(trial.all());
    };
  }

  /** {@code number} as text; a dash if there is none. */
  String written(OptionalDouble number) {
    return number.isPresent() ? String.format(Locale.ROOT, format, number.getAsDouble()) : "-";
  }

  private static OptionalDouble files(Optional<Footprint> footprint) {
    return footprint.stream().mapToDouble(Footprint::files).findFirst();
  }

  private static OptionalDouble megabytes(Optional<Footprint> footprint) {
    return footprint.stream().mapToDouble(found -> found.bytes() / BYTES_PER_MEGABYTE).findFirst();
  }
}
