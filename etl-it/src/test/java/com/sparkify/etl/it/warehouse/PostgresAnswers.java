package com.sparkify.etl.it.warehouse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sparkify.etl.core.analytics.Question;
import com.sparkify.etl.core.analytics.Questions;
import com.sparkify.etl.runner.output.AnswerSheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The answers of PostgreSQL to the project's questions, whose SQL was written for other engines.
 */
record PostgresAnswers(Postgres postgres) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What becomes of a question that has another answer here. */
  enum Fate {
    /** PostgreSQL does not know a function or a type of it. */
    REFUSED,
    /** It divides whole numbers without a fraction, which PostgreSQL leaves out. */
    DIFFERENT
  }

  /** The questions that PostgreSQL does not answer as Spark and DuckDB do. */
  static final Map<String, Fate> KNOWN =
      Map.of(
          "catalogue-by-decade", Fate.REFUSED,
          "plays-by-level", Fate.DIFFERENT,
          "sessions-by-level", Fate.REFUSED);

  /** Those whose answers are not those of {@code sheet}, which {@code query --all} wrote. */
  Map<String, Fate> otherThan(Path sheet) throws IOException, SQLException {
    Map<String, List<String>> expected = AnswerSheet.read(Files.readString(sheet)).answers();
    Map<String, Fate> others = new TreeMap<>();
    for (Question question : Questions.all()) {
      List<String> rows = expected.getOrDefault(question.name(), List.of());
      try {
        if (!plain(answer(question)).equals(plain(rows))) {
          others.put(question.name(), Fate.DIFFERENT);
        }
      } catch (SQLException refused) {
        others.put(question.name(), Fate.REFUSED);
      }
    }
    return others;
  }

  private List<String> answer(Question question) throws SQLException {
    try (Connection connection = postgres.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET search_path = sparkify; SET TIME ZONE 'UTC'");
      return Postgres.rows(
          statement,
          "SELECT row_to_json(answer)::text FROM (%s) AS answer".formatted(question.sql()));
    }
  }

  /** The values of each row as texts, numbers without zeros at their end. */
  private static List<List<String>> plain(List<String> rows) throws JsonProcessingException {
    List<List<String>> plain = new ArrayList<>();
    for (String row : rows) {
      List<String> values = new ArrayList<>();
      for (JsonNode value : JSON.readTree(row)) {
        values.add(
            value.isNumber()
                ? value.decimalValue().stripTrailingZeros().toPlainString()
                : value.asText());
      }
      plain.add(values);
    }
    return plain;
  }
}
