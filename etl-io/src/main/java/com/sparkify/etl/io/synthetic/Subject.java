package com.sparkify.etl.io.synthetic;

/** What a stream of draws decides about. The codes are part of what a seed means. */
enum Subject {
  CLOCK(1),
  DAY(2),
  ARTIST(3),
  SONG(4),
  TUNE(5),
  LISTENER(6),
  SUBSCRIPTION(7),
  VISIT(8),
  SESSION(9),
  FATE(10);

  private final int code;

  Subject(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
