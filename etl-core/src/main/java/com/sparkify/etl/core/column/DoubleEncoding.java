package com.sparkify.etl.core.column;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/** Text that was taken for the bytes of other text, and encoded once more. */
final class DoubleEncoding {
  private static final int ROUNDS = 2;

  private DoubleEncoding() {}

  /**
   * {@code text} as it was before: while its characters, read as bytes, are UTF-8 text, they are
   * decoded, twice at the most.
   */
  static String undone(String text) {
    String decoded = text;
    for (int round = 0; round < ROUNDS; round++) {
      decoded = decoded(decoded);
    }
    return decoded;
  }

  private static String decoded(String text) {
    if (!text.chars().allMatch(character -> character <= 0xFF)) {
      return text;
    }
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(text.getBytes(ISO_8859_1))).toString();
    } catch (CharacterCodingException notUtf8) {
      return text;
    }
  }
}
