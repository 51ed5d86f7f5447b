package com.sparkify.etl.io.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecordSplitterTest {
  private static final String[] PIECES = {
    "{",
    "}",
    "\n",
    "\r\n",
    "\r",
    " ",
    "\t",
    "a",
    "{\"long\":\"value\"}",
    "\n{",
    "\n\n",
    "\ufeff",
    "é"
  };

  @ParameterizedTest
  @EnumSource
  void findsTheSameRecordsWhateverTheSizeOfABlock(SourceLayout layout) throws IOException {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      byte[] content = randomText(random).getBytes(UTF_8);
      List<String> whole = records(RecordSplitter.of(layout, content));

      for (int block : new int[] {3, 4, 7, 16}) {
        assertThat(records(streamed(layout, content, block, 1 << 20))).isEqualTo(whole);
      }
    }
  }

  @Test
  void keepsTheStartOfARecordThatIsTooLargeAndReadsOn() throws IOException {
    byte[] content = ("{\"a\":1}\n{" + "x".repeat(1000) + "}\n{\"b\":2}\n").getBytes(UTF_8);
    List<String> records = records(streamed(SourceLayout.EVENTS, content, 16, 64));

    assertThat(records).hasSize(3);
    assertThat(records.get(0)).isEqualTo("1:{\"a\":1}");
    assertThat(records.get(1)).startsWith("2!{xxx").hasSizeBetween(66, 70);
    assertThat(records.get(2)).isEqualTo("3:{\"b\":2}");
  }

  @Test
  void keepsTheStartOfAnObjectOfTooManyLinesAndReadsOn() throws IOException {
    byte[] content = ("{\n" + "xx\n".repeat(1000) + "{\"b\":2}\n").getBytes(UTF_8);
    List<String> records = records(streamed(SourceLayout.SONGS, content, 16, 64));

    assertThat(records).hasSize(2);
    assertThat(records.get(0)).startsWith("1!{\nxx\n");
    assertThat(records.get(1)).isEqualTo("1002:{\"b\":2}");
  }

  private static RecordSplitter streamed(
      SourceLayout layout, byte[] content, int block, int maxRecord) {
    return RecordSplitter.of(layout, new ByteArrayInputStream(content), block, maxRecord);
  }

  private static List<String> records(RecordSplitter splitter) throws IOException {
    List<String> found = new ArrayList<>();
    while (splitter.next()) {
      String text =
          new String(splitter.bytes(), splitter.start(), splitter.end() - splitter.start(), UTF_8);
      found.add(splitter.lineNumber() + (splitter.isOversize() ? "!" : ":") + text);
    }
    return found;
  }

  /** Lines, whole and broken, among them some that are blank. */
  static String randomText(Random random) {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(20); left > 0; left--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }
}
