package com.sparkify.etl.io.source;

import java.io.IOException;
import java.io.InputStream;

/**
 * The content of a compressed file.
 *
 * <p>It ends where the file is damaged, and {@link #isDamaged} from then on; only a failure of the
 * storage is an exception. A decoder notices damage where its format lets it, which may be after
 * bytes that are wrong: gzip and zstd check a whole member, bzip2 a block.
 */
final class Unpacked extends InputStream {
  private final Compression compression;
  private final ListedBytes packed;
  private InputStream content = InputStream.nullInputStream();
  private boolean opened;
  private boolean damaged;

  Unpacked(Compression compression, ListedBytes packed) {
    this.compression = compression;
    this.packed = packed;
  }

  boolean isDamaged() {
    return damaged;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (damaged) {
      return -1;
    }
    int got = -1;
    try {
      open();
      got = content.read(into, from, length);
    } catch (IOException corrupt) {
      damaged = true;
    }
    packed.requireNoFailure();
    return got;
  }

  @Override
  public void close() throws IOException {
    try (packed) {
      content.close();
    }
  }

  private void open() throws IOException {
    if (!opened) {
      opened = true;
      content = compression.unpack(packed);
    }
  }
}
