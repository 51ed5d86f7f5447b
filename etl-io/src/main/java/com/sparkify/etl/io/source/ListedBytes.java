package com.sparkify.etl.io.source;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a file in its storage: exactly as many as the listing showed.
 *
 * <p>It remembers a failure, so that who reads through a decoder can tell a storage that fails from
 * content that makes no sense.
 */
final class ListedBytes extends InputStream {
  private final InputStream stored;
  private long left;
  private @Nullable IOException failure;

  ListedBytes(InputStream stored, long size) {
    this.stored = stored;
    this.left = size;
  }

  static ListedBytes of(byte[] content) {
    return new ListedBytes(new ByteArrayInputStream(content), content.length);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    requireNoFailure();
    if (left == 0) {
      return -1;
    }
    try {
      int got = stored.read(into, from, (int) Math.min(length, left));
      if (got < 0) {
        throw new EOFException("it ends %d bytes early".formatted(left));
      }
      left -= got;
      return got;
    } catch (IOException failed) {
      failure = failed;
      throw failed;
    } catch (RuntimeException failed) {
      failure = new IOException(failed);
      throw failure;
    }
  }

  /** Throws the failure of the storage, if there was one. */
  void requireNoFailure() throws IOException {
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public void close() throws IOException {
    stored.close();
  }
}
