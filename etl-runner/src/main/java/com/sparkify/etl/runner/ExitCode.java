package com.sparkify.etl.runner;

import com.sparkify.etl.core.EtlException;

/** What the caller sees; listed in README.md and in {@code --help}. */
enum ExitCode {
  OK(0),
  BUG(1),
  CONFIG(2),
  SOURCE_DATA(3),
  QUALITY(4),
  STORAGE(5);

  private final int value;

  ExitCode(int value) {
    this.value = value;
  }

  int value() {
    return value;
  }

  static ExitCode of(EtlException failure) {
    return switch (failure.kind()) {
      case CONFIG -> CONFIG;
      case SOURCE_DATA -> SOURCE_DATA;
      case QUALITY -> QUALITY;
      case STORAGE -> STORAGE;
    };
  }
}
