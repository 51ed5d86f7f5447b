package com.sparkify.etl.io.source;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Searches in bytes, eight at a time. */
final class Bytes {
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  private Bytes() {}

  /** The index of the first {@code wanted} in the range; -1 if there is none. */
  static int indexOf(byte wanted, byte[] bytes, int from, int to) {
    long pattern = ONES * wanted;
    int i = from;
    for (; i <= to - Long.BYTES; i += Long.BYTES) {
      long differences = (long) EIGHT.get(bytes, i) ^ pattern;
      long equal = (differences - ONES) & ~differences & HIGH_BITS;
      if (equal != 0) {
        return i + Long.numberOfTrailingZeros(equal) / Byte.SIZE;
      }
    }
    for (; i < to; i++) {
      if (bytes[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  /** The index of the first byte of the range that is no ASCII; {@code to} if all are. */
  static int endOfAscii(byte[] bytes, int from, int to) {
    int i = from;
    while (i <= to - Long.BYTES && ((long) EIGHT.get(bytes, i) & HIGH_BITS) == 0) {
      i += Long.BYTES;
    }
    while (i < to && bytes[i] >= 0) {
      i++;
    }
    return i;
  }

  /** Whether the range holds nothing but white space. */
  static boolean isBlank(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] != ' ' && (bytes[i] < '\t' || bytes[i] > '\r')) {
        return false;
      }
    }
    return true;
  }

  /** The index of the first quote, backslash or control character; {@code to} if there is none. */
  static int endOfPlainText(byte[] bytes, int from, int to) {
    int i = from;
    for (; i <= to - Long.BYTES; i += Long.BYTES) {
      long eight = (long) EIGHT.get(bytes, i);
      long quotes = eight ^ ONES * '"';
      long backslashes = eight ^ ONES * '\\';
      long special =
          ((quotes - ONES) & ~quotes)
              | ((backslashes - ONES) & ~backslashes)
              | ((eight - ONES * ' ') & ~eight);
      special &= HIGH_BITS;
      if (special != 0) {
        return i + Long.numberOfTrailingZeros(special) / Byte.SIZE;
      }
    }
    while (i < to && bytes[i] != '"' && bytes[i] != '\\' && (bytes[i] < 0 || bytes[i] >= ' ')) {
      i++;
    }
    return i;
  }

  /** Where the white space ends that JSON allows, and with which the range may start. */
  static int endOfJsonSpace(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to && isJsonSpace(bytes[i])) {
      i++;
    }
    return i;
  }

  /** Where the range ends without the white space at its end that JSON allows. */
  static int endWithoutJsonSpace(byte[] bytes, int from, int to) {
    int end = to;
    while (end > from && isJsonSpace(bytes[end - 1])) {
      end--;
    }
    return end;
  }

  private static boolean isJsonSpace(byte value) {
    return value == ' ' || value == '\t' || value == '\r' || value == '\n';
  }
}
