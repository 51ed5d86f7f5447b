package com.sparkify.etl.io.source;

/** UTF-8 in the strict sense: no overlong forms, no surrogates. */
final class Utf8 {
  /** What {@link #encode} gives for text that is not Unicode. */
  static final int NOT_UNICODE = -1;

  /** Bytes that a {@code char} takes at most. */
  static final int MOST_PER_CHAR = 3;

  private Utf8() {}

  static boolean isValid(byte[] bytes, int from, int to) {
    int i = Bytes.endOfAscii(bytes, from, to);
    while (i < to) {
      int length = bytes[i] >= 0 ? 1 : sequenceLength(bytes, i, to);
      if (length == 0) {
        return false;
      }
      i += length;
    }
    return true;
  }

  /** Whether each surrogate of {@code text} has its partner. */
  static boolean isUnicode(String text) {
    return text.codePoints().noneMatch(point -> point >= 0xD800 && point <= 0xDFFF);
  }

  /**
   * Writes characters as UTF-8 and gives the number of bytes, or {@link #NOT_UNICODE} for a
   * surrogate without its partner.
   *
   * @param into room for {@link #MOST_PER_CHAR} bytes a character
   */
  static int encode(char[] chars, int from, int length, byte[] into) {
    int ascii = encodeAscii(chars, from, length, into);
    return ascii == length ? length : encodeRest(chars, from + ascii, from + length, into, ascii);
  }

  private static int encodeAscii(char[] chars, int from, int length, byte[] into) {
    for (int i = 0; i < length; i++) {
      char c = chars[from + i];
      if (c >= 0x80) {
        return i;
      }
      into[i] = (byte) c;
    }
    return length;
  }

  private static int encodeRest(char[] chars, int from, int to, byte[] into, int start) {
    int out = start;
    for (int i = from; i < to; i++) {
      char c = chars[i];
      if (c < 0x80) {
        into[out++] = (byte) c;
      } else if (c < 0x800) {
        into[out++] = (byte) (0xC0 | c >> 6);
        into[out++] = continuation(c);
      } else if (!Character.isSurrogate(c)) {
        into[out++] = (byte) (0xE0 | c >> 12);
        into[out++] = continuation(c >> 6);
        into[out++] = continuation(c);
      } else if (i + 1 < to && Character.isSurrogatePair(c, chars[i + 1])) {
        int point = Character.toCodePoint(c, chars[++i]);
        into[out++] = (byte) (0xF0 | point >> 18);
        into[out++] = continuation(point >> 12);
        into[out++] = continuation(point >> 6);
        into[out++] = continuation(point);
      } else {
        return NOT_UNICODE;
      }
    }
    return out;
  }

  private static byte continuation(int bits) {
    return (byte) (0x80 | (bits & 0x3F));
  }

  /** Bytes of the character that starts at {@code i} with a byte above ASCII; 0 if it is none. */
  private static int sequenceLength(byte[] bytes, int i, int to) {
    int lead = bytes[i] & 0xFF;
    int length = lead < 0xC2 || lead > 0xF4 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (length == 0 || to - i < length) {
      return 0;
    }
    int second = bytes[i + 1] & 0xFF;
    int least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    int most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (second < least || second > most) {
      return 0;
    }
    for (int k = i + 2; k < i + length; k++) {
      if ((bytes[k] & 0xC0) != 0x80) {
        return 0;
      }
    }
    return length;
  }
}
