package com.sparkify.etl.runner.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerSheetTest {
  private static final String TEXT =
      """
      {
      "top-songs": [
      {"song":"B \\"sides\\"","plays":3},
      {"song":"Ö","plays":2}
      ],
      "downgrades": [],
      "key-figures": [
      {"hours":0.1,"percent":null,"plays":12345678901}
      ]
      }
      """;

  private static final Map<String, List<String>> ANSWERS = new LinkedHashMap<>();

  static {
    ANSWERS.put(
        "top-songs",
        List.of("{\"song\":\"B \\\"sides\\\"\",\"plays\":3}", "{\"song\":\"Ö\",\"plays\":2}"));
    ANSWERS.put("downgrades", List.of());
    ANSWERS.put("key-figures", List.of("{\"hours\":0.1,\"percent\":null,\"plays\":12345678901}"));
  }

  @Test
  void writesARowOnALine() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    new AnswerSheet(ANSWERS).write(new PrintStream(bytes, true, UTF_8));

    assertThat(bytes.toString(UTF_8)).isEqualTo(TEXT);
  }

  @Test
  void readsWhatItWrites() throws IOException {
    assertThat(AnswerSheet.read(TEXT)).isEqualTo(new AnswerSheet(ANSWERS));
  }

  @Test
  void readsItInWhateverWayItIsSpaced() throws IOException {
    assertThat(AnswerSheet.read(TEXT.replace("\n", " ").replace(",", " , ").replace(":", " :\n")))
        .isEqualTo(new AnswerSheet(ANSWERS));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | expected an object with a field for each question",
        "[] | expected an object with a field for each question",
        "{\"a\": 1} | expected an array of rows",
        "{\"a\": [1]} | expected a row, which is an object",
        "{\"a\": [{}], \"a\": []} | question 'a' is there twice",
        "{\"a\": [{}]} {} | expected nothing after the object",
        "{\"a\": [{} | Unexpected end-of-input",
        "top songs | Unrecognized token 'top'"
      })
  void refusesWhatIsNoSheet(String text, String expected) {
    assertThatThrownBy(() -> AnswerSheet.read(text))
        .isInstanceOf(JsonProcessingException.class)
        .hasMessageContaining(expected);
  }
}
