package com.sparkify.etl.io.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;

/**
 * Reads a record that is written as nearly all are, straight from its bytes: an object of known
 * fields in their order, each a number, null, or text whose escapes are of one letter. Some may be
 * missing.
 *
 * <p>What it reads is JSON, and it finds what a parser of JSON would find; of any other record it
 * only says that it is no such one.
 */
final class PlainRecord {
  /** Characters of a number; a longer one is worth a parser. */
  private static final int LONGEST_NUMBER = 32;

  private static final byte NO_ESCAPE = 0;
  private static final byte[] NULL = "null".getBytes(UTF_8);

  private final FieldValues values;
  private final byte[][] quotedNames;
  private final char[] number = new char[LONGEST_NUMBER];
  private byte[] text = new byte[1024];
  private byte[] bytes = new byte[0];
  private int at;
  private int end;

  /**
   * @param names the JSON name of each field
   */
  PlainRecord(List<String> names, FieldValues values) {
    this.values = values;
    quotedNames =
        names.stream()
            .takeWhile(PlainRecord::isPlain)
            .map(name -> '"' + name + '"')
            .map(name -> name.getBytes(UTF_8))
            .toArray(byte[][]::new);
  }

  /**
   * Puts the values of a record; false if it is not plain, and then it may have put some.
   *
   * @param utf8 holds the record as valid UTF-8
   */
  boolean read(byte[] utf8, int from, int to) {
    bytes = utf8;
    at = from;
    end = to;
    if (!skip('{')) {
      return false;
    }
    int next = 0;
    do {
      int field = skipName(next);
      if (field == FieldNames.UNKNOWN || !skip(':') || !readValue(field)) {
        return false;
      }
      next = field + 1;
    } while (skip(','));
    return skip('}') && Bytes.endOfJsonSpace(bytes, at, end) == end;
  }

  /** Goes beyond the name of field number {@code first}, or of one after it. */
  private int skipName(int first) {
    at = Bytes.endOfJsonSpace(bytes, at, end);
    for (int field = first; field < quotedNames.length; field++) {
      if (skip(quotedNames[field])) {
        return field;
      }
    }
    return FieldNames.UNKNOWN;
  }

  private boolean readValue(int field) {
    at = Bytes.endOfJsonSpace(bytes, at, end);
    if (skip('"')) {
      return readText(field);
    }
    if (skip(NULL)) {
      values.putNothing(field);
      return true;
    }
    return readNumber(field);
  }

  private boolean readText(int field) {
    int start = at;
    at = Bytes.endOfPlainText(bytes, start, end);
    if (skipAtOnce('"')) {
      values.putText(field, bytes, start, at - 1 - start);
      return true;
    }
    return readEscapedText(field, start);
  }

  /** Reads on from the first escape in a text. */
  private boolean readEscapedText(int field, int start) {
    if (text.length < end - start) {
      text = new byte[end - start]; // no text takes more room than it does in JSON
    }
    int copied = start;
    int length = 0;
    while (at < end - 1 && bytes[at] == '\\') {
      byte meant = meantBy(bytes[at + 1]);
      if (meant == NO_ESCAPE) {
        return false;
      }
      System.arraycopy(bytes, copied, text, length, at - copied);
      length += at - copied;
      text[length++] = meant;
      copied = at + 2;
      at = Bytes.endOfPlainText(bytes, copied, end);
    }
    System.arraycopy(bytes, copied, text, length, at - copied);
    length += at - copied;
    if (!skipAtOnce('"')) {
      return false;
    }
    values.putText(field, text, 0, length);
    return true;
  }

  private static byte meantBy(byte escape) {
    return switch (escape) {
      case '"', '\\', '/' -> escape;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> NO_ESCAPE;
    };
  }

  private boolean readNumber(int field) {
    int start = at;
    skipAtOnce('-');
    boolean valid = skipWhole();
    if (valid && skipAtOnce('.')) {
      valid = skipDigits();
    }
    int length = at - start;
    if (!valid || length > LONGEST_NUMBER) {
      return false;
    }
    if (values.isText(field)) {
      values.putText(field, bytes, start, length);
      return true;
    }
    for (int i = 0; i < length; i++) {
      number[i] = (char) bytes[start + i];
    }
    values.putNumber(field, number, 0, length);
    return true;
  }

  /** Zero, or digits that do not start with it. */
  private boolean skipWhole() {
    return skipAtOnce('0') || skipDigits();
  }

  private boolean skipDigits() {
    int start = at;
    while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
      at++;
    }
    return at > start;
  }

  private boolean skip(char expected) {
    at = Bytes.endOfJsonSpace(bytes, at, end);
    return skipAtOnce(expected);
  }

  private boolean skipAtOnce(char expected) {
    if (at < end && bytes[at] == expected) {
      at++;
      return true;
    }
    return false;
  }

  private boolean skip(byte[] expected) {
    int after = at + expected.length;
    if (after > end || !Arrays.equals(bytes, at, after, expected, 0, expected.length)) {
      return false;
    }
    at = after;
    return true;
  }

  private static boolean isPlain(String name) {
    return name.chars().allMatch(c -> c >= ' ' && c < 0x7F && c != '"' && c != '\\');
  }
}
