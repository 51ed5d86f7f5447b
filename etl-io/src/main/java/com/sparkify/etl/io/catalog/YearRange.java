package com.sparkify.etl.io.catalog;

/** Years of the calendar, both ends included. */
public record YearRange(int first, int last) {
  public YearRange {
    if (first > last) {
      throw new IllegalArgumentException(
          "the year %d comes after %d; expected the earlier year first".formatted(first, last));
    }
  }
}
