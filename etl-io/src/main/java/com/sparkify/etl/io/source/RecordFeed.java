package com.sparkify.etl.io.source;

import java.io.InputStream;

/**
 * What a parser reads: one record, then the end; then, when it is offered, the next record.
 *
 * <p>So one parser, whose start is costly, reads many records, and none of them reaches into its
 * neighbour.
 */
final class RecordFeed extends InputStream {
  private byte[] bytes = new byte[0];
  private int next;
  private int end;
  private long taken;

  /** Lets the reader have these bytes, once all of the former have been taken. */
  void offer(byte[] record, int from, int to) {
    bytes = record;
    next = from;
    end = to;
  }

  /** Bytes that the reader took since the feed exists. */
  long taken() {
    return taken;
  }

  @Override
  public int read() {
    if (next == end) {
      return -1;
    }
    taken++;
    return bytes[next++] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    int count = Math.min(length, end - next);
    if (count == 0) {
      return -1;
    }
    System.arraycopy(bytes, next, into, offset, count);
    next += count;
    taken += count;
    return count;
  }
}
