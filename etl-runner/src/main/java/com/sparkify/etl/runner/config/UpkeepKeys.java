package com.sparkify.etl.runner.config;

import java.time.Duration;
import java.util.List;

/** Settings of what {@code vacuum} and {@code maintain} keep. */
final class UpkeepKeys {
  static final Key<Duration> KEEP_REPORTS =
      new Key<>(
          "sparkify.vacuum.keep-reports", "a time with its unit", "90 days", Written::duration);

  static final Key<Long> FILE_SIZE =
      new Key<>("sparkify.maintain.file-size", "a size with its unit", "128 MiB", Written::bytes);

  static final Key<Integer> KEEP_VERSIONS =
      new Key<>("sparkify.maintain.keep-versions", "a count from 1", "10", Written::count);

  static final Key<Duration> KEEP_FOR =
      new Key<>("sparkify.maintain.keep-for", "a time with its unit", "30 days", Written::duration);

  static final Key<Duration> ORPHANS_AFTER =
      new Key<>(
          "sparkify.maintain.orphans-after",
          "a time from 1 day",
          "3 days",
          value -> MaintainSettings.requireSafe(Written.duration(value)));

  static final List<Key<?>> ALL =
      List.of(KEEP_REPORTS, FILE_SIZE, KEEP_VERSIONS, KEEP_FOR, ORPHANS_AFTER);

  private UpkeepKeys() {}
}
