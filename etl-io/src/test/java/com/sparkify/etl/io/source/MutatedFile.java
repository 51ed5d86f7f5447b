package com.sparkify.etl.io.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A file of lines that went wrong, each before a good one.
 *
 * @param text each character is a byte
 * @param goodLines the numbers of the lines that are good
 */
record MutatedFile(String text, List<Long> goodLines) {

  /** A file that is the same for the same seed and lines. */
  static MutatedFile of(List<byte[]> realLines, int mutated, Random random) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    List<Long> goodLines = new ArrayList<>();
    long line = 1;
    for (int i = 0; i < mutated; i++) {
      byte[] bad = Mutation.bytes(mutated(realLines, random));
      content.writeBytes(bad);
      content.write('\n');
      for (byte value : bad) {
        line += value == '\n' ? 1 : 0;
      }
      content.writeBytes(realLines.get(random.nextInt(realLines.size())));
      content.write('\n');
      goodLines.add(line + 1);
      line += 2;
    }
    return new MutatedFile(content.toString(ISO_8859_1), goodLines);
  }

  byte[] content() {
    return text.getBytes(ISO_8859_1);
  }

  private static String mutated(List<byte[]> realLines, Random random) {
    String line = any(realLines, random);
    for (int times = 1 + random.nextInt(5) / 3; times > 0; times--) {
      line = Mutation.any(random).of(line, any(realLines, random), random);
    }
    return line;
  }

  private static String any(List<byte[]> lines, Random random) {
    return new String(lines.get(random.nextInt(lines.size())), ISO_8859_1);
  }
}
