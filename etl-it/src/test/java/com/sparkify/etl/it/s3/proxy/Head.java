package com.sparkify.etl.it.s3.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The first line of an HTTP message and its headers.
 *
 * @param text as it came, with the blank line at its end
 * @param headers by their names in lower case
 */
record Head(String text, String firstLine, Map<String, String> headers) {
  private static final String END = "\r\n\r\n";

  /** The next head; nothing if the stream ends before it begins. */
  static Optional<Head> read(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int matched = 0;
    while (matched < END.length()) {
      int next = in.read();
      if (next < 0) {
        if (bytes.size() == 0) {
          return Optional.empty();
        }
        throw new EOFException("within the head: " + bytes.toString(ISO_8859_1));
      }
      bytes.write(next);
      matched = next == END.charAt(matched) ? matched + 1 : next == '\r' ? 1 : 0;
    }
    return Optional.of(of(bytes.toString(ISO_8859_1)));
  }

  static Head of(String text) {
    String[] lines = text.strip().split("\r\n", -1);
    Map<String, String> headers = new TreeMap<>();
    for (int i = 1; i < lines.length; i++) {
      String[] header = lines[i].split(":", 2);
      headers.put(header[0].strip().toLowerCase(Locale.ROOT), header[1].strip());
    }
    return new Head(text, lines[0], Map.copyOf(headers));
  }

  byte[] bytes() {
    return text.getBytes(ISO_8859_1);
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** The status of a response. */
  int status() {
    return Integer.parseInt(firstLine.split(" ", 3)[1]);
  }

  boolean isInterim() {
    return status() / 100 == 1;
  }

  /** Whether a request waits for leave before it sends its body. */
  boolean asksFirst() {
    return header("expect").filter("100-continue"::equalsIgnoreCase).isPresent();
  }

  boolean closes() {
    return header("connection").filter("close"::equalsIgnoreCase).isPresent();
  }
}
