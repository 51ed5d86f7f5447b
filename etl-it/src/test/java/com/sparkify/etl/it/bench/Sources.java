package com.sparkify.etl.it.bench;

import java.nio.file.Path;

/** What a contestant reads: the roots of the song files and of the log files. */
record Sources(Path songs, Path events) {

  /** Those in {@code folder}, named as the generator of the product names them. */
  static Sources in(Path folder) {
    return new Sources(folder.resolve("song_data"), folder.resolve("log_data"));
  }
}
