package com.sparkify.etl.io.source;

import static com.sparkify.etl.core.source.RejectRules.MALFORMED_JSON;
import static com.sparkify.etl.core.source.RejectRules.NOT_AN_OBJECT;
import static java.nio.charset.CodingErrorAction.REPORT;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.POJONode;
import com.sparkify.etl.core.source.Origin;
import com.sparkify.etl.core.source.RejectRules;
import com.sparkify.etl.core.table.Field;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the contract says of a record, by a tree of Jackson's: a second opinion on {@link
 * RecordParser}.
 *
 * <p>Where Jackson's tree alone says less than the contract: text must be strict UTF-8, and each
 * surrogate has its partner, also where a later value of the same name stands in its place; a
 * number keeps the text in which it was written; one record holds one value. Of names that occur
 * twice the last value stands, in the tree as in the contract.
 */
final class Contract {
  private static final ObjectMapper TREES = JsonMapper.builder(RecordParser.strictJson()).build();
  private static final Object BAD_TYPE = new Object();

  private Contract() {}

  /** The values of the row that the record makes, without its file and line. */
  static Map<String, Object> rowOf(SourceLayout layout, byte[] record) {
    Map<String, Object> row = new HashMap<>();
    Optional<JsonNode> tree = tree(record);
    if (tree.filter(JsonNode::isObject).isPresent()) {
      fill(row, layout, tree.orElseThrow());
    } else {
      layout.fields().forEach(field -> row.put(field.name(), null));
      row.put(Origin.READ_PROBLEM.name(), tree.isPresent() ? NOT_AN_OBJECT : MALFORMED_JSON);
      row.put(Origin.UNKNOWN_FIELDS.name(), null);
    }
    return row;
  }

  private static void fill(Map<String, Object> row, SourceLayout layout, JsonNode tree) {
    Set<String> unknown = new LinkedHashSet<>();
    tree.fieldNames().forEachRemaining(unknown::add);
    row.put(Origin.READ_PROBLEM.name(), null);
    for (Field field : layout.fields()) {
      unknown.remove(field.name());
      Object value = value(field, tree.path(field.name()));
      row.put(field.name(), value == BAD_TYPE ? null : value);
      if (value == BAD_TYPE) {
        row.putIfAbsent(Origin.READ_PROBLEM.name(), RejectRules.badType(field));
      }
    }
    row.put(Origin.UNKNOWN_FIELDS.name(), unknown.isEmpty() ? null : String.join("\n", unknown));
  }

  @SuppressWarnings("NullAway") // null is what a row holds
  private static Object value(Field field, JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    Optional<WrittenNumber> number =
        node.isPojo() ? Optional.of((WrittenNumber) ((POJONode) node).getPojo()) : Optional.empty();
    return switch (field.type().typeName()) {
      case "string" ->
          node.isTextual() || node.isBoolean()
              ? node.asText()
              : number.<Object>map(WrittenNumber::text).orElse(BAD_TYPE);
      case "double" -> number.flatMap(WrittenNumber::asDouble).<Object>map(x -> x).orElse(BAD_TYPE);
      case "long" -> number.flatMap(WrittenNumber::asLong).<Object>map(x -> x).orElse(BAD_TYPE);
      case "integer" -> number.flatMap(WrittenNumber::asInt).<Object>map(x -> x).orElse(BAD_TYPE);
      default -> throw new IllegalArgumentException(field.name());
    };
  }

  private static Optional<JsonNode> tree(byte[] record) {
    try {
      String text =
          UTF_8
              .newDecoder()
              .onMalformedInput(REPORT)
              .onUnmappableCharacter(REPORT)
              .decode(ByteBuffer.wrap(record))
              .toString();
      try (JsonParser json = new StrictText(TREES.createParser(text))) {
        JsonNode tree = TREES.readTree(json);
        return json.nextToken() == null ? Optional.ofNullable(tree) : Optional.empty();
      }
    } catch (IOException malformed) {
      return Optional.empty();
    }
  }
}
