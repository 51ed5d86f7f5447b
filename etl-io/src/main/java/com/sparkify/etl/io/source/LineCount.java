package com.sparkify.etl.io.source;

import java.io.IOException;
import java.io.Serializable;
import org.apache.hadoop.conf.Configuration;

/**
 * What has to be known of a range of a file to read it in parts.
 *
 * @param newlines line ends in the range
 * @param secondLine where in the file the line after the first of them starts; -1 if there is none
 * @param blank whether the range holds nothing but white space
 */
record LineCount(long newlines, long secondLine, boolean blank) implements Serializable {
  private static final int BLOCK = 1 << 20;

  /**
   * Reads the range.
   *
   * @throws com.sparkify.etl.core.EtlException if its storage does not give it
   */
  static LineCount of(FileRange range, Configuration conf) {
    try (ListedBytes content = range.open(conf, "sequential")) {
      return of(content, range.from());
    } catch (IOException failure) {
      throw FilesInOrder.unreadable(range.file(), failure);
    }
  }

  private static LineCount of(ListedBytes content, long from) throws IOException {
    byte[] block = new byte[BLOCK];
    long newlines = 0;
    long secondLine = -1;
    boolean blank = true;
    long before = from;
    for (int length; (length = content.readNBytes(block, 0, BLOCK)) > 0; before += length) {
      int at = Bytes.indexOf((byte) '\n', block, 0, length);
      if (at >= 0 && secondLine < 0) {
        secondLine = before + at + 1;
      }
      for (; at >= 0; at = Bytes.indexOf((byte) '\n', block, at + 1, length)) {
        newlines++;
      }
      blank = blank && Bytes.isBlank(block, 0, length);
    }
    return new LineCount(newlines, secondLine, blank);
  }
}
