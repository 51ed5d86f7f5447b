package com.sparkify.etl.io.source;

import java.io.Serializable;

/**
 * What is read of a file at a stretch: whole lines.
 *
 * @param linesBefore lines of the file that end before it
 */
record FilePart(FileRange bytes, long linesBefore) implements Serializable {

  static FilePart whole(SourceFile file) {
    return new FilePart(FileRange.whole(file), 0);
  }

  SourceFile file() {
    return bytes.file();
  }
}
