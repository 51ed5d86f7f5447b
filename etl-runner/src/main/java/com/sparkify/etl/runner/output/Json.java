package com.sparkify.etl.runner.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/** One array with an object a row, each on its own line. */
final class Json {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  private Json() {}

  static void write(ResultRows rows, PrintStream out) {
    String array =
        text(
            json -> {
              json.setPrettyPrinter(lineARow());
              json.writeStartArray();
              for (int row = 0; row < rows.size(); row++) {
                writeRow(rows, row, json);
              }
              json.writeEndArray();
            });
    out.print(array + "\n");
  }

  /** Each row as an object on one line. */
  static List<String> objects(ResultRows rows) {
    return IntStream.range(0, rows.size())
        .mapToObj(row -> text(json -> writeRow(rows, row, json)))
        .toList();
  }

  /** What {@code writing} writes, on one line. */
  static String text(Writing writing) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      writing.to(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** What is written. */
  @FunctionalInterface
  interface Writing {
    void to(JsonGenerator json) throws IOException;
  }

  private static DefaultPrettyPrinter lineARow() {
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentArraysWith(new DefaultIndenter("", "\n"));
    printer.indentObjectsWith(DefaultPrettyPrinter.FixedSpaceIndenter.instance);
    return printer;
  }

  private static void writeRow(ResultRows rows, int row, JsonGenerator json) throws IOException {
    json.writeStartObject();
    for (int column = 0; column < rows.columns().size(); column++) {
      ResultColumn described = rows.columns().get(column);
      json.writeFieldName(described.name());
      if (rows.value(row, column).isEmpty()) {
        json.writeNull();
      } else {
        writeValue(described.kind(), rows.value(row, column).orElseThrow(), json);
      }
    }
    json.writeEndObject();
  }

  private static void writeValue(ResultColumn.Kind kind, Object value, JsonGenerator json)
      throws IOException {
    switch (kind) {
      case NUMBER -> writeNumber((Number) value, json);
      case TRUTH -> json.writeBoolean((Boolean) value);
      case JSON -> json.writeRawValue(value.toString());
      case INSTANT, TEXT -> json.writeString(value.toString());
    }
  }

  /** NaN and the infinities are no JSON numbers, and become text. */
  private static void writeNumber(Number number, JsonGenerator json) throws IOException {
    if (number instanceof BigDecimal decimal) {
      json.writeNumber(decimal);
    } else if (number instanceof Double real) {
      json.writeNumber(real);
    } else if (number instanceof Float real) {
      json.writeNumber(real);
    } else {
      json.writeNumber(number.longValue());
    }
  }
}
