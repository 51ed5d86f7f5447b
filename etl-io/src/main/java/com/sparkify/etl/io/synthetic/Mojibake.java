package com.sparkify.etl.io.synthetic;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/** Text that was taken for Latin-1 on its way, twice, though it was UTF-8. */
final class Mojibake {
  private Mojibake() {}

  /** {@code text} encoded twice too often; ASCII text stays as it is. */
  static String of(String text) {
    return text.chars().allMatch(character -> character < 0x80)
        ? text
        : encodedOnce(encodedOnce(text));
  }

  private static String encodedOnce(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }
}
