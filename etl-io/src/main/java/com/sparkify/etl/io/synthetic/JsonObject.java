package com.sparkify.etl.io.synthetic;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * One JSON object in the making, in ASCII. It is used again for the next object, to make no garbage
 * of every line.
 *
 * <p>The public song files and log files write JSON in two styles; {@link #spaced} and {@link
 * #dense} are theirs.
 */
final class JsonObject {
  private static final String HEX = "0123456789abcdef";

  private final StringBuilder out = new StringBuilder(512);
  private final String colon;
  private final String comma;
  private final boolean escapesSlash;

  private JsonObject(String colon, String comma, boolean escapesSlash) {
    this.colon = colon;
    this.comma = comma;
    this.escapesSlash = escapesSlash;
  }

  /** The style of song files: a space after colons and commas. */
  static JsonObject spaced() {
    return new JsonObject("\": ", ", \"", false);
  }

  /** The style of log files: no spaces, and slashes are escaped. */
  static JsonObject dense() {
    return new JsonObject("\":", ",\"", true);
  }

  /** Forgets the last object. */
  void begin() {
    out.setLength(0);
  }

  /** Adds a value that is JSON already, such as a number. */
  void literal(String name, String json) {
    key(name);
    out.append(json);
  }

  void number(String name, long value) {
    key(name);
    out.append(value);
  }

  void text(String name, String value) {
    key(name);
    out.append('"');
    for (int at = 0; at < value.length(); at++) {
      append(value.charAt(at));
    }
    out.append('"');
  }

  /** The object, which is now complete. */
  byte[] bytes() {
    return toString().getBytes(US_ASCII);
  }

  @Override
  public String toString() {
    return out + "}";
  }

  private void key(String name) {
    out.append(out.isEmpty() ? "{\"" : comma).append(name).append(colon);
  }

  private void append(char character) {
    if (character == '"' || character == '\\' || (character == '/' && escapesSlash)) {
      out.append('\\').append(character);
    } else if (character == '\t') {
      out.append("\\t");
    } else if (character == '\n') {
      out.append("\\n");
    } else if (character >= ' ' && character <= '~') {
      out.append(character);
    } else {
      out.append("\\u");
      for (int shift = 12; shift >= 0; shift -= 4) {
        out.append(HEX.charAt((character >> shift) & 0xf));
      }
    }
  }
}
