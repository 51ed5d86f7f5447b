package com.sparkify.etl.runner.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Answers to be kept and compared: the rows of each question by its name, each row a JSON object.
 *
 * <p>As text it is one JSON object, whose fields are the questions and whose values are arrays of
 * rows, a row on a line.
 */
public record AnswerSheet(Map<String, List<String>> answers) {
  private static final JsonFactory FACTORY = new JsonFactory();

  public AnswerSheet {
    answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
  }

  /** Writes its text. */
  public void write(PrintStream out) {
    out.print(text());
    out.flush();
  }

  /** The text that {@link #read} reads. */
  public String text() {
    return answers.entrySet().stream()
        .map(answer -> "\"%s\": %s".formatted(answer.getKey(), array(answer.getValue())))
        .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
  }

  private static String array(List<String> rows) {
    return rows.isEmpty() ? "[]" : "[\n%s\n]".formatted(String.join(",\n", rows));
  }

  /**
   * What {@code text} holds, however it is spaced.
   *
   * @throws IOException if it is no JSON of this form, or has a question twice
   */
  public static AnswerSheet read(String text) throws IOException {
    Map<String, List<String>> answers = new LinkedHashMap<>();
    try (JsonParser json = FACTORY.createParser(text)) {
      expect(
          JsonToken.START_OBJECT,
          json.nextToken(),
          "an object with a field for each question",
          json);
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String question = json.currentName();
        expect(JsonToken.START_ARRAY, json.nextToken(), "an array of rows", json);
        if (answers.put(question, rows(json)) != null) {
          throw new JsonParseException(json, "question '%s' is there twice".formatted(question));
        }
      }
      if (json.nextToken() != null) {
        throw new JsonParseException(json, "expected nothing after the object");
      }
    }
    return new AnswerSheet(answers);
  }

  private static List<String> rows(JsonParser json) throws IOException {
    List<String> rows = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      expect(JsonToken.START_OBJECT, json.currentToken(), "a row, which is an object", json);
      rows.add(Json.text(row -> row.copyCurrentStructure(json)));
    }
    return List.copyOf(rows);
  }

  private static void expect(JsonToken wanted, JsonToken found, String what, JsonParser json)
      throws JsonParseException {
    if (found != wanted) {
      throw new JsonParseException(json, "expected " + what);
    }
  }
}
