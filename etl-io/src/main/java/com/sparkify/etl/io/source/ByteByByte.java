package com.sparkify.etl.io.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A stream that fails only after it gave what came before the failure.
 *
 * <p>A decoder that fails has put bytes into the buffer before, and does not say how many. Where it
 * decodes byte by byte anyway, it may as well be asked so.
 */
final class ByteByByte extends FilterInputStream {
  private @Nullable IOException failure;

  ByteByByte(InputStream decoder) {
    super(decoder);
  }

  @Override
  public int read() throws IOException {
    if (failure != null) {
      throw failure;
    }
    try {
      return in.read();
    } catch (RuntimeException nonsense) {
      throw new IOException(nonsense);
    }
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int got = 0;
    try {
      for (int value = 0; got < length && (value = read()) >= 0; got++) {
        into[from + got] = (byte) value;
      }
    } catch (IOException damage) {
      failure = damage;
      if (got == 0) {
        throw damage;
      }
    }
    return got == 0 && length > 0 ? -1 : got;
  }
}
