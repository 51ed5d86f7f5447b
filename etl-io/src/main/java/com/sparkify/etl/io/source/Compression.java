package com.sparkify.etl.io.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/** How a file is compressed, which the ending of its name says. */
enum Compression {
  GZIP(".gz"),
  BZIP2(".bz2"),
  ZSTD(".zst"),
  NONE("");

  private final String ending;

  Compression(String ending) {
    this.ending = ending;
  }

  static Compression of(SourceFile file) {
    String path = file.path().toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(compression -> path.endsWith(compression.ending))
        .findFirst()
        .orElse(NONE);
  }

  /** How the names of such files end. */
  String ending() {
    return ending;
  }

  /**
   * The content of what is compressed so: all parts that were put one after the other.
   *
   * <p>Where {@code packed} is damaged or ends too soon, the stream fails, after all that could be
   * had. An empty file is damaged.
   */
  InputStream unpack(InputStream packed) throws IOException {
    return switch (this) {
      case GZIP -> new GzipMembers(packed);
      case BZIP2 ->
          new ByteByByte(new BZip2CompressorInputStream(new BufferedInputStream(packed), true));
      case ZSTD -> new ZstdFrames(packed);
      case NONE -> packed;
    };
  }
}
