package com.sparkify.etl.io.catalog;

import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.core.star.StarSchema;
import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The data dictionary says what the tables say of themselves. What it should be is written to
 * {@code target/tables.md}, from where it may be copied.
 */
class DataDictionaryTest {
  private static final Path DICTIONARY =
      Path.of(System.getProperty("sparkify.root", "..")).resolve("docs/tables.md");
  private static final String BEGIN = "<!-- tables:begin -->\n";
  private static final String END = "<!-- tables:end -->";
  private static final String NULL = "; null ";

  @Test
  void isWhatTheTablesSayOfThemselves() throws IOException {
    String shipped = Files.readString(DICTIONARY);
    assertThat(shipped).contains(BEGIN).contains(END);
    String before = shipped.substring(0, shipped.indexOf(BEGIN) + BEGIN.length());
    String after = shipped.substring(shipped.indexOf(END));

    String expected = before + sections() + after;
    Files.createDirectories(Path.of("target"));
    Files.writeString(Path.of("target/tables.md"), expected);

    assertThat(shipped)
        .as("docs/tables.md; target/tables.md of this module is what it should be")
        .isEqualTo(expected);
  }

  @Test
  void tellsANullApartFromAValue() {
    assertThat(column(Field.optional("a", StringType, "What it is; null if nobody knows")))
        .isEqualTo("| `a` | string | if nobody knows | What it is |");
    assertThat(column(Field.required("b", StringType, "One | two")))
        .isEqualTo("| `b` | string | never | One \\| two |");
  }

  private static String sections() {
    return StarSchema.TABLES.stream()
        .map(DataDictionaryTest::section)
        .collect(Collectors.joining("\n"));
  }

  private static String section(Table table) {
    return Stream.of(
            "## " + table.name(),
            "",
            "One row is %s.".formatted(table.row()),
            "",
            "- key: " + names(table.key()),
            "- folders: "
                + (table.partitionedBy().isEmpty() ? "none" : names(table.partitionedBy())),
            "- order within a file: " + names(table.orderedBy()),
            "- points at: " + references(table),
            "",
            "| column | type | null | meaning |",
            "|---|---|---|---|",
            table.fields().stream()
                .map(DataDictionaryTest::column)
                .collect(Collectors.joining("\n")),
            "")
        .collect(Collectors.joining("\n"));
  }

  private static String column(Field field) {
    int at = field.doc().indexOf(NULL);
    boolean never = field.required() || at < 0;
    return "| `%s` | %s | %s | %s |"
        .formatted(
            field.name(),
            field.type().simpleString(),
            never ? "never" : field.doc().substring(at + NULL.length()),
            (never ? field.doc() : field.doc().substring(0, at)).replace("|", "\\|"));
  }

  private static String references(Table table) {
    String references =
        StarSchema.REFERENCES.stream()
            .filter(reference -> reference.table().equals(table))
            .map(
                reference ->
                    "`%s` at `%s.%s`"
                        .formatted(
                            reference.field().name(),
                            reference.target().name(),
                            reference.targetField().name()))
            .collect(Collectors.joining(", "));
    return references.isEmpty() ? "nothing" : references;
  }

  private static String names(List<Field> fields) {
    return fields.stream().map(field -> "`" + field.name() + "`").collect(Collectors.joining(", "));
  }
}
