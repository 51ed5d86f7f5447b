package com.sparkify.etl.io.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8Test {

  @Test
  void agreesWithTheStrictDecoderOfJava() {
    Random random = new Random(5);
    int valid = 0;
    for (int i = 0; i < 300_000; i++) {
      byte[] bytes = randomBytes(random);
      boolean expected = decodes(bytes);
      valid += expected ? 1 : 0;

      assertThat(Utf8.isValid(bytes, 0, bytes.length)).isEqualTo(expected);
    }
    assertThat(valid).isBetween(10_000, 290_000);
  }

  @Test
  void encodesAsJavaDoesAndFindsHalfPairs() {
    Random random = new Random(6);
    char[] some = {'a', 'é', '\u07ff', '\u0800', '\uffff', '\ud83c', '\udfb5', '\ud800', '\u0000'};
    for (int i = 0; i < 100_000; i++) {
      char[] chars = new char[random.nextInt(6)];
      for (int k = 0; k < chars.length; k++) {
        chars[k] = some[random.nextInt(some.length)];
      }
      String text = new String(chars);
      byte[] into = new byte[chars.length * Utf8.MOST_PER_CHAR];
      int length = Utf8.encode(chars, 0, chars.length, into);

      assertThat(Utf8.isUnicode(text)).isEqualTo(length != Utf8.NOT_UNICODE);
      assertThat(UTF_8.newEncoder().canEncode(text)).isEqualTo(length != Utf8.NOT_UNICODE);
      if (length != Utf8.NOT_UNICODE) {
        assertThat(Arrays.copyOf(into, length)).isEqualTo(text.getBytes(UTF_8));
      }
    }
  }

  private static byte[] randomBytes(Random random) {
    int[] edges = {
      0x61, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEF, 0xF0,
      0xF4, 0xF5
    };
    byte[] bytes = "0123456789é🎵".getBytes(UTF_8);
    int at = random.nextInt(bytes.length);
    for (int k = random.nextInt(5); k > 0; k--) {
      bytes[Math.min(at + k, bytes.length - 1)] = (byte) edges[random.nextInt(edges.length)];
    }
    return Arrays.copyOfRange(bytes, random.nextInt(9), bytes.length - random.nextInt(3));
  }

  private static boolean decodes(byte[] bytes) {
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException invalid) {
      return false;
    }
  }
}
