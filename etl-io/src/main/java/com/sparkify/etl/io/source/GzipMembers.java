package com.sparkify.etl.io.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * The content of a gzip file, which is made of any number of members.
 *
 * <p>Java's own stream stops in silence where a later member is damaged, or where the file below
 * has nothing {@code available}; this one fails, and gives every byte before.
 */
final class GzipMembers extends InputStream {
  private static final int MAGIC = 0x8B1F;
  private static final int DEFLATED = 8;
  private static final int HEADER_CHECKSUM = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xE0;
  private static final int BYTES_OF_NO_USE = 6;

  private final InputStream packed;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private final byte[] input = new byte[16 << 10];
  private int next;
  private int filled;
  private boolean inMember;
  private boolean wasInMember;
  private boolean nonsense;

  GzipMembers(InputStream packed) {
    this.packed = packed;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int got = 0;
    while (got == 0 && length > 0) {
      if (!inMember && !startMember()) {
        return -1;
      }
      got = inflate(into, from, length);
      if (got == 0 && inflater.finished()) {
        endMember();
      }
    }
    return got;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    packed.close();
  }

  private int inflate(byte[] into, int from, int length) throws IOException {
    if (nonsense || inflater.needsDictionary()) {
      throw new ZipException("What is compressed makes no sense");
    }
    if (inflater.needsInput() && !inflater.finished()) {
      next = filled;
      requireInput();
      inflater.setInput(input, 0, filled);
    }
    long before = inflater.getBytesWritten();
    try {
      inflater.inflate(into, from, length);
    } catch (DataFormatException corrupt) {
      nonsense = true;
    }
    int got = (int) (inflater.getBytesWritten() - before);
    checksum.update(into, from, got);
    return got;
  }

  /** False at the end of the file; no file is without any member. */
  private boolean startMember() throws IOException {
    if (wasInMember && !hasInput()) {
      return false;
    }
    if (readShort() != MAGIC || readByte() != DEFLATED) {
      throw new ZipException("No member of a gzip file");
    }
    skipRestOfHeader(readByte());
    inflater.reset();
    inflater.setInput(input, next, filled - next);
    checksum.reset();
    inMember = true;
    wasInMember = true;
    return true;
  }

  private void skipRestOfHeader(int flags) throws IOException {
    if ((flags & RESERVED) != 0) {
      throw new ZipException("A flag that gzip does not know");
    }
    skip(BYTES_OF_NO_USE);
    if ((flags & EXTRA) != 0) {
      skip(readShort());
    }
    if ((flags & NAME) != 0) {
      skipText();
    }
    if ((flags & COMMENT) != 0) {
      skipText();
    }
    if ((flags & HEADER_CHECKSUM) != 0) {
      skip(Short.BYTES);
    }
  }

  private void endMember() throws IOException {
    next = filled - inflater.getRemaining();
    long expectedChecksum = readInt();
    long expectedSize = readInt();
    if (expectedChecksum != checksum.getValue()
        || expectedSize != (inflater.getBytesWritten() & 0xFFFFFFFFL)) {
      throw new ZipException("The checksum or the size is wrong");
    }
    inMember = false;
  }

  private long readInt() throws IOException {
    return readShort() | (long) readShort() << Short.SIZE;
  }

  private int readShort() throws IOException {
    return readByte() | readByte() << Byte.SIZE;
  }

  private int readByte() throws IOException {
    requireInput();
    return input[next++] & 0xFF;
  }

  private void skip(int bytes) throws IOException {
    for (int left = bytes; left > 0; left--) {
      readByte();
    }
  }

  private void skipText() throws IOException {
    while (readByte() != 0) {}
  }

  private void requireInput() throws IOException {
    if (!hasInput()) {
      throw new EOFException("The gzip file ends too soon");
    }
  }

  private boolean hasInput() throws IOException {
    if (next == filled) {
      next = 0;
      filled = Math.max(0, packed.read(input, 0, input.length));
    }
    return next < filled;
  }
}
