package com.sparkify.etl.io.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;

/**
 * A record of a file, found in the simplest way: a second opinion on {@link RecordSplitter}.
 *
 * @param line the number of its first line, from 1
 * @param text each character is a byte
 */
record SplitRecord(long line, String text) {

  static List<SplitRecord> in(SourceLayout layout, byte[] content) {
    String text = new String(content, ISO_8859_1).replaceFirst("\\A\u00ef\u00bb\u00bf", "");
    List<SplitRecord> records = new ArrayList<>();
    int start = 0;
    int end = -1;
    long startLine = 0;
    long line = 0;
    for (int at = 0; at < text.length(); ) {
      line++;
      int newline = text.indexOf('\n', at);
      int next = newline < 0 ? text.length() : newline + 1;
      int lineEnd = newline < 0 ? next : newline;
      if (newline > at && text.charAt(newline - 1) == '\r') {
        lineEnd--;
      }
      boolean starts = layout == SourceLayout.EVENTS || text.charAt(at) == '{' || end < 0;
      if (!isBlank(text.substring(at, lineEnd))) {
        if (starts && end >= 0) {
          records.add(new SplitRecord(startLine, text.substring(start, end)));
        }
        if (starts) {
          start = at;
          startLine = line;
        }
        end = lineEnd;
      }
      at = next;
    }
    if (end >= 0) {
      records.add(new SplitRecord(startLine, text.substring(start, end)));
    }
    return records;
  }

  byte[] bytes() {
    return text.getBytes(ISO_8859_1);
  }

  private static boolean isBlank(String line) {
    return line.chars().allMatch(c -> c == ' ' || (c >= '\t' && c <= '\r'));
  }
}
