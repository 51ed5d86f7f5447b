package com.sparkify.etl.io.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sparkify.etl.core.source.LogEvents;
import com.sparkify.etl.core.source.Origin;
import com.sparkify.etl.core.source.RejectRules;
import com.sparkify.etl.core.table.Field;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventLinesTest {
  private static final String GOOD = "{\"page\":\"Home\",\"ts\":7}";

  private final Path folder;

  EventLinesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void fillsEveryFieldOfAnEvent() {
    ReadRow row =
        only(
            "{\"artist\":\"Björk 🎵\",\"auth\":\"Logged In\",\"firstName\":\"Ann\",\"gender\":\"F\","
                + "\"itemInSession\":3,\"lastName\":\"Lee\",\"length\":99.16036,\"level\":\"free\","
                + "\"location\":\"Dallas, TX\",\"method\":\"PUT\",\"page\":\"NextSong\","
                + "\"registration\":1540919166796.0,\"sessionId\":438,\"song\":\"a\\/b \\\"c\\\" \\u00e9\","
                + "\"status\":200,\"ts\":1541990217796,\"userAgent\":\"x\",\"userId\":\"53\"}");

    assertThat(LogEvents.FIELDS.stream().map(row::get))
        .containsExactly(
            "Björk 🎵",
            "Logged In",
            "Ann",
            "F",
            3,
            "Lee",
            99.16036,
            "free",
            "Dallas, TX",
            "PUT",
            "NextSong",
            1540919166796L,
            438L,
            "a/b \"c\" é",
            200,
            1541990217796L,
            "x",
            "53");
    assertThat(row.problem()).isNull();
    assertThat(row.unknownFields()).isNull();
  }

  @Test
  void readsAbsentAndNullFieldsAsNull() {
    ReadRow row = only("{\"page\":null}");

    assertThat(LogEvents.FIELDS.stream().map(row::get)).containsOnlyNulls();
    assertThat(row.problem()).isNull();
  }

  @Test
  void keepsTheFileTheLineAndTheBytesOfARecord() {
    List<ReadRow> rows = rows(GOOD + "\n\n  {\"ts\" : 8} \t\n");

    assertThat(rows).extracting(ReadRow::line).containsExactly(1L, 3L);
    assertThat(rows).extracting(ReadRow::raw).containsExactly(GOOD, "  {\"ts\" : 8} \t");
    assertThat(rows.get(1).get(Origin.SOURCE_FILE)).isEqualTo(file().toUri().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\n\n", "\r\n\r\n", "\n \t \n", "\r\n\f\u000b\r\n"})
  void endsLinesAtNewlinesAndSkipsBlankOnes(String between) {
    List<ReadRow> rows = rows(GOOD + between + GOOD + between);

    assertThat(rows).extracting(ReadRow::raw).containsExactly(GOOD, GOOD);
    assertThat(rows).extracting(ReadRow::problem).containsOnlyNulls();
  }

  @Test
  void skipsAByteOrderMarkAtTheStartOfTheFileOnly() {
    List<ReadRow> rows = rows("\ufeff" + GOOD + "\n\ufeff" + GOOD);

    assertThat(rows).extracting(ReadRow::problem).containsExactly(null, "malformed-json");
    assertThat(rows.get(0).raw()).isEqualTo(GOOD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n", " \r\n\t\n", "\ufeff", "\ufeff\n"})
  void makesOneMalformedRecordOfAFileWithoutAny(String content) {
    ReadRow row = only(content);

    assertThat(row.problem()).isEqualTo(RejectRules.MALFORMED_JSON);
    assertThat(row.line()).isEqualTo(1);
    assertThat(row.raw()).isEqualTo(content);
    assertThat(row.get(LogEvents.PAGE)).isNull();
  }

  @ParameterizedTest
  @MethodSource
  void rejectsWhatIsNoJsonAndKeepsTheNeighbours(String line) throws IOException {
    byte[] bytes = (GOOD + "\n" + line + "\n" + GOOD).getBytes(ISO_8859_1);
    List<ReadRow> rows = ReadRow.of(SourceLayout.EVENTS, Files.write(file(), bytes));

    assertThat(rows).extracting(ReadRow::problem).containsExactly(null, "malformed-json", null);
    assertThat(rows).extracting(row -> row.get(LogEvents.TS)).containsExactly(7L, null, 7L);
    assertThat(rows)
        .extracting(row -> row.get(LogEvents.PAGE))
        .containsExactly("Home", null, "Home");
    assertThat((byte[]) rows.get(1).get(Origin.RAW)).isEqualTo(line.getBytes(ISO_8859_1));
    assertThat(rows.get(1).unknownFields()).isNull();
  }

  /** Each character is a byte. */
  static Stream<String> rejectsWhatIsNoJsonAndKeepsTheNeighbours() {
    return Stream.of(
        "rubbish",
        "{",
        "}",
        "{}}",
        "{\"ts\":1",
        "{\"ts\":1,\"page\":\"x",
        "{\"ts\":1,}",
        "{\"ts\":1,\"new\":2,}",
        "{\"ts\" 1}",
        "{ts:1}",
        "{'ts':1}",
        "{\"page\":'x'}",
        "{\"ts\":1}{\"ts\":2}",
        "{\"ts\":1} {\"ts\":2}",
        "{\"ts\":1} x",
        "{\"ts\":1},",
        "{\"ts\":1} // comment",
        "{\"ts\":/* comment */1}",
        "# comment",
        "{\"length\":NaN}",
        "{\"length\":Infinity}",
        "{\"length\":-Infinity}",
        "{\"length\":+1}",
        "{\"length\":.5}",
        "{\"length\":1.}",
        "{\"length\":01}",
        "{\"length\":1e}",
        "{\"length\":0x10}",
        "{\"ts\":1,\"ts\"}",
        "{\"page\":\"tab\there\"}",
        "{\"page\":\"bad \\x escape\"}",
        "{\"page\":\"\\u12\"}",
        "{\"page\":\"\\ud83c\"}",
        "{\"page\":\"\\udfb5\\ud83c\"}",
        "{\"new\":\"\\ud83c\"}",
        "{\"new\":{\"a\":[\"\\ud83c\"]}}",
        "{\"new\":{\"\\ud83c\":1}}",
        "{\"ts\":\"\\ud83c\"}",
        "{\"\\ud83c\":1}",
        "{\"page\":\"\u00ff\"}",
        "{\"page\":\"\u00c3\"}",
        "{\"page\":\"\u00c0\u0080\"}",
        "{\"page\":\"\u00e0\u0080\u0080\"}",
        "{\"page\":\"\u00ed\u00a0\u0080\"}",
        "{\"page\":\"\u00f4\u0090\u0080\u0080\"}",
        "{\"page\":\"\u00f0\u009f\u008e",
        "{\"page\":\"\u0000\"}",
        "\u0000{\"ts\":1}",
        "\u0000\u0000\u0000{",
        "{\u0000\"\u0000}\u0000",
        "{\"ts\":1}\u0000",
        "\u00fe\u00ff\u0000{\u0000}",
        "\u0000\u0000\u00fe\u00ff",
        "[1,2",
        "[1]]",
        "1 2",
        "1,",
        "nul",
        "truefalse",
        "\"a\" \"b\"",
        "\u001f\u008b\b\u0000",
        "{\"new\":" + "[".repeat(1001) + "]".repeat(1001) + "}",
        "[".repeat(100_000),
        "{\"a\":".repeat(100_000));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "[{\"ts\":1}]", "\"text\"", "12", "-1.5e3", "true", "null", " 7 "})
  void tellsJsonThatIsNoObjectApart(String line) {
    List<ReadRow> rows = rows(GOOD + "\n" + line + "\n" + GOOD);

    assertThat(rows).extracting(ReadRow::problem).containsExactly(null, "not-an-object", null);
    assertThat(rows.get(1).raw()).isEqualTo(line);
  }

  @Test
  void rejectsARecordThatSpansLinesOnceForEachLine() {
    List<ReadRow> rows = rows("{\"ts\":1,\n\"page\":\"Home\"}\n" + GOOD);

    assertThat(rows)
        .extracting(ReadRow::problem)
        .containsExactly("malformed-json", "malformed-json", null);
  }

  @ParameterizedTest
  @MethodSource
  void readsValuesStrictlyByType(Field field, String json, Object expected) {
    ReadRow row = only("{\"method\":\"GET\",\"" + field.name() + "\":" + json + "}");

    assertThat(row.get(field)).isEqualTo(expected);
    assertThat(row.problem()).isEqualTo(expected == null ? RejectRules.badType(field) : null);
    assertThat(row.get(LogEvents.METHOD)).isEqualTo("GET");
  }

  /** Null stands for a bad type. */
  static Stream<Arguments> readsValuesStrictlyByType() {
    return Stream.of(
        arguments(LogEvents.PAGE, "\"\"", ""),
        arguments(LogEvents.PAGE, "311", "311"),
        arguments(LogEvents.PAGE, "-0", "-0"),
        arguments(LogEvents.PAGE, "4.60", "4.60"),
        arguments(LogEvents.PAGE, "1E400", "1E400"),
        arguments(LogEvents.PAGE, "false", "false"),
        arguments(LogEvents.PAGE, "true", "true"),
        arguments(LogEvents.PAGE, "{}", null),
        arguments(LogEvents.PAGE, "[\"Home\"]", null),
        arguments(LogEvents.PAGE, "\"\\u0000\\ud83c\\udfb5\"", "\u0000🎵"),
        arguments(LogEvents.TS, "1540919166796.0", 1540919166796L),
        arguments(LogEvents.TS, "1.5e3", 1500L),
        arguments(LogEvents.TS, "-12E-1", null),
        arguments(LogEvents.TS, "120E-1", 12L),
        arguments(LogEvents.TS, "0e999999999999", 0L),
        arguments(LogEvents.TS, "-0.0", 0L),
        arguments(LogEvents.TS, "9223372036854775807", Long.MAX_VALUE),
        arguments(LogEvents.TS, "-9223372036854775808", Long.MIN_VALUE),
        arguments(LogEvents.TS, "9223372036854775808", null),
        arguments(LogEvents.TS, "-9223372036854775809", null),
        arguments(LogEvents.TS, "9.223372036854775807e18", Long.MAX_VALUE),
        arguments(LogEvents.TS, "9.3e18", null),
        arguments(LogEvents.TS, "1e19", null),
        arguments(LogEvents.TS, "1e999999999999999999", null),
        arguments(LogEvents.TS, "1e-999999999999999999", null),
        arguments(LogEvents.TS, "0.5", null),
        arguments(LogEvents.TS, "\"7\"", null),
        arguments(LogEvents.TS, "\"\"", null),
        arguments(LogEvents.TS, "true", null),
        arguments(LogEvents.TS, "{\"a\":[1,{\"b\":2}]}", null),
        arguments(LogEvents.STATUS, "2147483647", Integer.MAX_VALUE),
        arguments(LogEvents.STATUS, "-2147483648", Integer.MIN_VALUE),
        arguments(LogEvents.STATUS, "2147483648", null),
        arguments(LogEvents.STATUS, "2e2", 200),
        arguments(LogEvents.LENGTH, "99.16036", 99.16036),
        arguments(LogEvents.LENGTH, "5", 5.0),
        arguments(LogEvents.LENGTH, "-0", -0.0),
        arguments(LogEvents.LENGTH, "1.7976931348623157e308", Double.MAX_VALUE),
        arguments(LogEvents.LENGTH, "1e-400", 0.0),
        arguments(LogEvents.LENGTH, "1e400", null),
        arguments(LogEvents.LENGTH, "\"5\"", null),
        arguments(LogEvents.LENGTH, "[]", null));
  }

  @Test
  void reportsTheFirstBadTypeInTheOrderOfTheSchema() {
    ReadRow row = only("{\"ts\":\"x\",\"status\":[],\"length\":true,\"page\":\"Home\"}");

    assertThat(row.problem()).isEqualTo("bad-type-length");
    assertThat(row.get(LogEvents.PAGE)).isEqualTo("Home");
    assertThat(row.get(LogEvents.TS)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'ts':1,'ts':2}|2|",
        "{'ts':[],'ts':2}|2|",
        "{'ts':1,'ts':null}||",
        "{'ts':1,'ts':'x'}||bad-type-ts"
      })
  void letsTheLastOfDuplicateNamesStand(String line, Long ts, String problem) {
    ReadRow row = only(line.replace('\'', '"'));

    assertThat(row.get(LogEvents.TS)).isEqualTo(ts);
    assertThat(row.problem()).isEqualTo(problem);
  }

  @Test
  void doesNotLeakValuesIntoTheNextRecord() {
    List<ReadRow> rows = rows("{\"page\":\"Home\",\"ts\":1,\"length\":2.5}\n{}\n{\"ts\":3}");

    assertThat(rows).extracting(row -> row.get(LogEvents.PAGE)).containsExactly("Home", null, null);
    assertThat(rows).extracting(row -> row.get(LogEvents.TS)).containsExactly(1L, null, 3L);
    assertThat(rows).extracting(row -> row.get(LogEvents.LENGTH)).containsExactly(2.5, null, null);
  }

  @Test
  void namesUnknownTopLevelFieldsOnceInOrder() {
    ReadRow row =
        only("{\"zeta\":{\"inner\":1},\"page\":\"Home\",\"Page\":2,\"zeta\":[[]],\"ü\":null}");

    assertThat(row.unknownFields()).isEqualTo("zeta\nPage\nü");
    assertThat(row.problem()).isNull();
  }

  @Test
  @Timeout(120)
  void readsALineOfFiftyMegabytes() {
    String name = "long ".repeat(10_000_000);
    List<ReadRow> rows = rows(GOOD + "\n{\"song\":\"" + name + "\",\"ts\":8}\n" + GOOD);

    assertThat(rows).extracting(row -> row.get(LogEvents.TS)).containsExactly(7L, 8L, 7L);
    assertThat(name.equals(rows.get(1).get(LogEvents.SONG))).isTrue();
  }

  @Test
  void readsNumbersOfAnyLength() {
    ReadRow row =
        only("{\"ts\":7." + "0".repeat(100_000) + ",\"length\":" + "1".repeat(5000) + "}");

    assertThat(row.get(LogEvents.TS)).isEqualTo(7L);
    assertThat(row.problem()).isEqualTo("bad-type-length");
  }

  @Test
  void survivesAFloodOfNamesThatNobodyKnows() {
    StringBuilder line = new StringBuilder("{\"ts\":1");
    for (int i = 0; i < 200_000; i++) {
      line.append(",\"").append(Integer.toString(i * 31, 36)).append("\":1");
    }
    List<ReadRow> rows = rows(line + "}\n" + GOOD);

    assertThat(rows).extracting(ReadRow::problem).containsOnlyNulls();
    assertThat(rows).extracting(row -> row.get(LogEvents.TS)).containsExactly(1L, 7L);
  }

  @Test
  void readsMoreRowsThanABatchHolds() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      lines.append("{\"ts\":").append(i).append(",\"page\":\"p").append(i).append("\"}\n");
    }
    List<ReadRow> rows = rows(lines.toString());

    assertThat(rows).hasSize(10_000);
    assertThat(rows.get(9_999).get(LogEvents.PAGE)).isEqualTo("p9999");
    assertThat(rows.get(9_999).line()).isEqualTo(10_000);
    assertThat(rows.get(9_999).get(Origin.SOURCE_FILE)).isEqualTo(file().toUri().toString());
  }

  private ReadRow only(String content) {
    List<ReadRow> rows = rows(content);
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private List<ReadRow> rows(String content) {
    try {
      return ReadRow.of(SourceLayout.EVENTS, Files.write(file(), content.getBytes(UTF_8)));
    } catch (IOException unexpected) {
      throw new AssertionError(unexpected);
    }
  }

  private Path file() {
    return folder.resolve("events.json");
  }
}
