package com.sparkify.etl.io.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.core.table.Field;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which records are plain. What is found in them, {@link FuzzedFilesTest} compares. */
class PlainRecordTest {

  @ParameterizedTest
  @EnumSource
  void nearlyAllRealRecordsArePlain(SourceLayout layout) {
    List<byte[]> lines = RealLines.of(layout);

    long plain = lines.stream().filter(line -> isPlain(layout, line)).count();

    assertThat(plain).isGreaterThan(lines.size() * 9L / 10);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'ts':1}",
        " { 'auth' :\t'x' , 'ts' : -0.50 } ",
        "{'artist':'\\'\\\\\\/\\b\\f\\n\\r\\t','auth':null}",
        "{'artist':'Bj\u00f6rk','userId':7}",
        "{'ts':'bad type'}",
      })
  void takes(String record) {
    assertThat(isPlain(SourceLayout.EVENTS, utf8(record))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{}",
        "{'ts':1",
        "{'ts':1,}",
        "{'ts':1}}",
        "{'ts':01}",
        "{'ts':1.}",
        "{'ts':.5}",
        "{'ts':-}",
        "{'ts':1e3}",
        "{'ts':nul}",
        "{'ts' 1}",
        "{'ts':true}",
        "{'ts':{}}",
        "{'ts':1,'artist':'out of order'}",
        "{'ts':1,'ts':2}",
        "{'mood':'unknown'}",
        "{'artist':'\\u00e9'}",
        "{'artist':'\\x'}",
        "{'artist':'\\",
        "{'artist':'control \u0001'}",
        "{'artist':'cut off",
        "{'length':0.123456789012345678901234567890123}",
      })
  void leavesToTheParser(String record) {
    assertThat(isPlain(SourceLayout.EVENTS, utf8(record))).isFalse();
  }

  @Test
  void findsTheEndOfPlainTextWhereverItIs() {
    Random random = new Random(7);
    byte[] some = {
      'a', '"', '\\', 0, 0x1f, ' ', '!', '#', '[', ']', 0x7f, (byte) 0x80, (byte) 0xff
    };
    for (int i = 0; i < 100_000; i++) {
      byte[] bytes = new byte[random.nextInt(30)];
      for (int k = 0; k < bytes.length; k++) {
        bytes[k] = some[random.nextInt(5) == 0 ? random.nextInt(some.length) : 0];
      }
      int expected = 0;
      while (expected < bytes.length
          && "\"\\".indexOf(bytes[expected]) < 0
          && !isControl(bytes[expected])) {
        expected++;
      }

      assertThat(Bytes.endOfPlainText(bytes, 0, bytes.length)).isEqualTo(expected);
    }
  }

  private static boolean isControl(byte value) {
    return value >= 0 && value < ' ';
  }

  private static byte[] utf8(String quotedOnce) {
    return quotedOnce.replace('\'', '"').getBytes(UTF_8);
  }

  private static boolean isPlain(SourceLayout layout, byte[] record) {
    List<String> names = layout.fields().stream().map(Field::name).toList();
    try (RawRows rows = new RawRows(layout.fields(), layout.raw().schema())) {
      return new PlainRecord(names, new FieldValues(layout.fields(), rows))
          .read(record, 0, record.length);
    }
  }
}
