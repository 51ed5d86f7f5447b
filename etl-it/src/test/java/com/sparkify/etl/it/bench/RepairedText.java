package com.sparkify.etl.it.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import org.jspecify.annotations.Nullable;

/** Text with double encoding undone, as a function of one value. */
final class RepairedText {
  private RepairedText() {}

  /** {@code text} decoded as UTF-8 up to two times more, as long as that can be done. */
  static @Nullable String of(@Nullable String text) {
    return text == null ? null : decoded(decoded(text));
  }

  private static String decoded(String text) {
    if (!ISO_8859_1.newEncoder().canEncode(text)) {
      return text;
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(ISO_8859_1));
      return UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException notUtf8) {
      return text;
    }
  }
}
