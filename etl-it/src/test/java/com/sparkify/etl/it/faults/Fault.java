package com.sparkify.etl.it.faults;

/** What goes wrong between a run and S3. */
record Fault(Target target, Mishap mishap, Times times) {
  @Override
  public String toString() {
    return "%s: %s, %s".formatted(target, mishap, times);
  }
}
