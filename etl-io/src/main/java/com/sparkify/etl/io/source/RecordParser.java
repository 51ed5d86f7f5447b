package com.sparkify.etl.io.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.sparkify.etl.core.source.RejectRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Turns the bytes of a record into the fields of a row, and says what is wrong with it.
 *
 * <p>Of a name that occurs twice in an object, the last value stands.
 */
final class RecordParser implements AutoCloseable {
  private static final int DEEPEST = 1000;
  private static final JsonFactory JSON = strictJson();
  private static final byte[] MALFORMED = RejectRules.MALFORMED_JSON.getBytes(UTF_8);
  private static final byte[] NOT_AN_OBJECT = RejectRules.NOT_AN_OBJECT.getBytes(UTF_8);
  private static final byte[] NOTHING = new byte[0];

  /** Read first by every parser, so that it takes all records for UTF-8 and guesses nothing. */
  private static final byte[] UTF_8_FOR_SURE = "    ".getBytes(UTF_8);

  private final FieldNames names;
  private final FieldValues values;
  private final PlainRecord plain;
  private final Set<String> unknown = new LinkedHashSet<>();
  private byte[] text = new byte[1024];
  private RecordFeed feed;
  private JsonParser json;

  /**
   * @param jsonNames the JSON name of each field of {@code layout}
   */
  RecordParser(SourceLayout layout, List<String> jsonNames, RawRows rows) {
    names = new FieldNames(jsonNames);
    values = new FieldValues(layout.fields(), rows);
    plain = new PlainRecord(jsonNames, values);
    feed = newFeed();
    json = newParser(feed);
  }

  /** Fills the fields of the current row from a record. */
  void parse(byte[] bytes, int from, int to) {
    values.clear();
    unknown.clear();
    byte[] problem = Utf8.isValid(bytes, from, to) ? read(bytes, from, to) : MALFORMED;
    if (problem.length == 0) {
      values.complete(unknown);
    } else {
      values.completeWith(problem);
    }
  }

  /** Fills the fields of the current row for a record that is not worth parsing. */
  void reject(String reason) {
    values.completeWith(reason.getBytes(UTF_8));
  }

  @Override
  public void close() throws IOException {
    json.close();
  }

  private byte[] read(byte[] bytes, int from, int to) {
    if (plain.read(bytes, from, to)) {
      return NOTHING;
    }
    values.clear();
    return readRecord(bytes, from, to);
  }

  private byte[] readRecord(byte[] bytes, int from, int to) {
    int end = Bytes.endWithoutJsonSpace(bytes, from, to);
    long before = feed.taken();
    feed.offer(bytes, from, end);
    if (text.length < end - from) {
      text = new byte[end - from]; // no text takes more room than it does in JSON
    }
    byte[] problem = MALFORMED;
    try {
      if (json.nextToken() == JsonToken.START_OBJECT) {
        readObject();
        if (json.currentLocation().getByteOffset() - before == end - from) {
          return NOTHING;
        }
      } else if (isOneValue()) {
        problem = NOT_AN_OBJECT;
      }
    } catch (IOException malformed) {
      problem = MALFORMED;
    }
    restart();
    return problem;
  }

  private void readObject() throws IOException {
    int place = 0;
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      int field = names.numberOf(name, place++);
      JsonToken value = json.nextToken();
      if (field == FieldNames.UNKNOWN) {
        requireUnicode(name);
        unknown.add(name);
        skip(value);
      } else {
        readValue(field, value);
      }
    }
  }

  private void readValue(int field, JsonToken value) throws IOException {
    switch (value) {
      case VALUE_NULL -> values.putNothing(field);
      case VALUE_STRING, VALUE_TRUE, VALUE_FALSE -> values.putText(field, text, 0, encodeText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> readNumber(field);
      default -> {
        skip(value);
        values.putBadType(field);
      }
    }
  }

  private void readNumber(int field) throws IOException {
    if (values.isText(field)) {
      values.putText(field, text, 0, encodeText());
    } else {
      values.putNumber(field, json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
    }
  }

  /** Whether the value at which the parser stands is all that there is. */
  private boolean isOneValue() throws IOException {
    if (!json.hasCurrentToken()) {
      return false;
    }
    skip(json.currentToken());
    return json.nextToken() == null;
  }

  /** Goes to the end of a value; text in it must be Unicode all the same. */
  private void skip(JsonToken value) throws IOException {
    int depth = 0;
    JsonToken token = value;
    while (true) {
      if (token.isStructStart()) {
        depth++;
      } else if (token.isStructEnd()) {
        depth--;
      } else if (token == JsonToken.VALUE_STRING) {
        encodeText();
      } else if (token == JsonToken.FIELD_NAME) {
        requireUnicode(json.currentName());
      }
      if (depth == 0) {
        return;
      }
      token = json.nextToken();
    }
  }

  private int encodeText() throws IOException {
    char[] chars = json.getTextCharacters();
    int length = json.getTextLength();
    int encoded = Utf8.encode(chars, json.getTextOffset(), length, text);
    if (encoded == Utf8.NOT_UNICODE) {
      throw new JsonParseException(json, "Half a surrogate pair");
    }
    return encoded;
  }

  private void requireUnicode(String name) throws IOException {
    if (!Utf8.isUnicode(name)) {
      throw new JsonParseException(json, "Half a surrogate pair");
    }
  }

  /** A parser that met an error, or the end, is of no more use. */
  private void restart() {
    try {
      json.close();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    feed = newFeed();
    json = newParser(feed);
  }

  private static RecordFeed newFeed() {
    RecordFeed feed = new RecordFeed();
    feed.offer(UTF_8_FOR_SURE, 0, UTF_8_FOR_SURE.length);
    return feed;
  }

  private static JsonParser newParser(RecordFeed feed) {
    try {
      return JSON.createParser(feed);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** No limit but that of the depth: a long value is not a wrong one. */
  static JsonFactory strictJson() {
    return new JsonFactoryBuilder()
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxNumberLength(Integer.MAX_VALUE)
                .maxStringLength(Integer.MAX_VALUE)
                .build())
        .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .build();
  }
}
