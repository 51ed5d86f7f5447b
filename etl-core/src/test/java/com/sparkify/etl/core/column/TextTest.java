package com.sparkify.etl.core.column;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.core.Nullable;
import com.sparkify.etl.core.fixture.Given;
import com.sparkify.etl.core.fixture.Spark;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

  @Test
  void trimsWhiteSpaceAtBothEnds() {
    assertThat(of(Text::trimmed, " a b ", "\t\n\u000B\f\ra\r\n", "a", "", "  "))
        .containsExactly("a b", "a", "a", "", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\t", "\n", "\u000B", "\f", "\r"})
  void trimsWhiteSpaceAtOneEnd(String white) {
    assertThat(of(Text::trimmed, white + "a b", "a b" + white, white + "é", "é" + white, white))
        .containsExactly("a b", "a b", "é", "é", "");
  }

  @Test
  void keepsWhatBeginsAndEndsWithOtherThanAscii() {
    List<String> texts = List.of("é à", "日 本", "😀", "\u0085a\u0085", "\u3000a\u3000");

    assertThat(of(Text::trimmed, texts.toArray(String[]::new))).isEqualTo(texts);
  }

  @Test
  void keepsOtherInvisibleCharacters() {
    assertThat(of(Text::trimmed, "\u0001a\u0001", "\u00a0a\u00a0", "\u2028a\u2028"))
        .containsExactly("\u0001a\u0001", "\u00a0a\u00a0", "\u2028a\u2028");
  }

  @Test
  void blankTextIsNull() {
    assertThat(of(Text::blankAsNull, "", " ", "\t\r\n", " a ", null))
        .containsExactly(null, null, null, " a ", null);
  }

  @Test
  void nullIsNeitherBlankNorNot() {
    assertThat(of(text -> Text.isBlank(text).cast("string"), "", " ", "a", null))
        .containsExactly("true", "true", "false", null);
  }

  @Test
  void takesOffOnePairOfQuotes() {
    assertThat(of(Text::unquoted, "\"a\"", "\"\"a\"\"", "\"a\nb\"", "\"\"", "a", null))
        .containsExactly("a", "\"a\"", "a\nb", "", "a", null);
  }

  @Test
  void takesQuotesOffAnyCharacters() {
    assertThat(of(Text::unquoted, "\"é\"", "\"日 本\"", "\"😀\"", "\"é", "é\""))
        .containsExactly("é", "日 本", "😀", "\"é", "é\"");
  }

  @Test
  void keepsQuotesThatAreNoPairAroundTheText() {
    List<String> texts =
        List.of(
            "", "\"", "\"a", "a\"", "a \"b\" c", " \"a\"", "\"a\"\n", "\"a\"\r\n", "\"a\"\u2028");

    assertThat(of(Text::unquoted, texts.toArray(String[]::new))).isEqualTo(texts);
  }

  @Test
  void keepsDollarsAndBackslashesBetweenQuotes() {
    assertThat(of(Text::unquoted, "\"$1 \\1\"")).containsExactly("$1 \\1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Björk", "Sigur Rós", "日本", "😀 smile", "a£b", "Ünï – “quoted”", "ÿþ", "Âme"})
  void undoesOneAndTwoRoundsOfDoubleEncoding(String clean) {
    String once = encodedAgain(clean);
    String twice = encodedAgain(once);

    assertThat(of(Text::repaired, once, twice)).containsExactly(clean, clean);
  }

  @Test
  void repairsTheExampleOfTheContract() {
    assertThat(of(Text::repaired, "BjÃ\u0083Â¶rk", "BjÃ¶rk", "Björk"))
        .containsExactly("Björk", "Björk", "Björk");
  }

  @Test
  void undoesTwoRoundsAtTheMost() {
    String thrice = encodedAgain(encodedAgain(encodedAgain("Björk")));

    assertThat(of(Text::repaired, thrice)).containsExactly(encodedAgain("Björk"));
  }

  @Test
  void keepsTextThatWasEncodedOnce() {
    List<String> clean =
        List.of(
            "",
            " ",
            "plain",
            "Björk",
            "Santafè",
            "Motörhead",
            "ÀÉÎÕÜ",
            "ß",
            "¿Qué?",
            "£",
            "Ã",
            "Â",
            "naïve café",
            "日本",
            "Ω",
            "😀",
            "Ã¶ – 日",
            "½",
            "\u0080",
            "a\u0000b");

    assertThat(of(Text::repaired, clean.toArray(String[]::new))).isEqualTo(clean);
  }

  @Test
  void keepsBytesThatAreNoUtf8() {
    List<String> bytes =
        List.of(
            "Ã",
            "Ã¶Ã",
            "â\u0080",
            "ð\u009f\u0098",
            "Ã¶¶",
            "¶Ã¶",
            "À\u0080",
            "Á¿",
            "à\u0080\u0080",
            "í\u00a0\u0080",
            "í¿¿",
            "ð\u0080\u0080\u0080",
            "ô\u0090\u0080\u0080",
            "õ\u0080\u0080\u0080",
            "ø\u0088\u0080\u0080\u0080",
            "þ",
            "ÿ",
            "â\u0080\u0094\u0080",
            "ð\u009f\u0098\u0080\u0080",
            "ÃÃ¶");

    assertThat(of(Text::repaired, bytes.toArray(String[]::new))).isEqualTo(bytes);
  }

  @Test
  void decodesTheFirstAndLastOfEachLength() {
    List<String> borders =
        List.of(
            "\u0080",
            "\u07ff",
            "\u0800",
            "\ud7ff",
            "\ue000",
            "\uffff",
            "\ud800\udc00",
            "\udbff\udfff");

    assertThat(
            of(Text::repaired, borders.stream().map(TextTest::encodedAgain).toArray(String[]::new)))
        .isEqualTo(borders);
  }

  @Test
  void staysInTheStackOnLongText() {
    String clean = "ö".repeat(50_000);
    String mixed = "aÃ¶€".repeat(25_000);
    String quoted = "\"" + "x\n".repeat(50_000) + "\"";

    assertThat(of(Text::repaired, encodedAgain(clean), mixed, "a".repeat(100_000)))
        .containsExactly(clean, mixed, "a".repeat(100_000));
    assertThat(of(Text::unquoted, quoted)).containsExactly("x\n".repeat(50_000));
    assertThat(of(Text::trimmed, " ".repeat(50_000) + "x" + " ".repeat(50_000)))
        .containsExactly("x");
  }

  @Test
  void nullStaysNull() {
    assertThat(of(Text::trimmed, new String[] {null})).containsOnlyNulls();
    assertThat(of(Text::unquoted, new String[] {null})).containsOnlyNulls();
    assertThat(of(Text::repaired, new String[] {null})).containsOnlyNulls();
  }

  private static String encodedAgain(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  /**
   * What the expression makes of each text: the same compiled with ANSI and interpreted without.
   */
  private static List<String> of(UnaryOperator<Column> expression, @Nullable String... texts) {
    Dataset<Row> given = Given.values(DataTypes.StringType, Arrays.asList(texts)).coalesce(1);
    List<String> ansi = Spark.compiled(() -> results("true", expression, given));
    assertThat(results("false", expression, given)).isEqualTo(ansi);
    return ansi;
  }

  private static List<String> results(
      String ansi, UnaryOperator<Column> expression, Dataset<Row> given) {
    return Spark.with(
        "spark.sql.ansi.enabled",
        ansi,
        () ->
            given.select(expression.apply(col("value"))).collectAsList().stream()
                .map(row -> row.getString(0))
                .toList());
  }
}
