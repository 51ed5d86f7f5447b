package com.sparkify.etl.io.synthetic;

/** A song as the app knows it when it is played, in the catalogue or not. */
record Tune(String title, String artist, Seconds length) {
  /** What is heard on a page that plays nothing. */
  static final Tune NONE = new Tune("", "", new Seconds(0));

  /** The same tune, its text encoded twice too often. */
  Tune garbled() {
    return new Tune(Mojibake.of(title), Mojibake.of(artist), length);
  }

  Tune cutTo(Seconds length) {
    return new Tune(title, artist, length);
  }
}
