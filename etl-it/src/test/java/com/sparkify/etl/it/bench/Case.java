package com.sparkify.etl.it.bench;

import java.util.Locale;
import java.util.stream.Stream;

/** What can be measured. */
enum Case {
  SMALL,
  SONGS,
  FOLDERS,
  LARGE,
  S3;

  /**
   * @throws IllegalArgumentException if there is none of this name
   */
  static Case named(String name) {
    return Stream.of(values())
        .filter(one -> one.label().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'%s' is no case; expected small, songs, folders, large or s3"
                        .formatted(name)));
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
