package com.sparkify.etl.runner.output;

/** How text looks in a terminal. */
final class Glyphs {
  private static final int[][] WIDE = {
    {0x1100, 0x115F}, // Hangul Jamo
    {0x2E80, 0xA4CF}, // CJK and Yi
    {0xAC00, 0xD7A3}, // Hangul syllables
    {0xF900, 0xFAFF}, // CJK compatibility
    {0xFE30, 0xFE6F}, // CJK compatibility forms
    {0xFF00, 0xFF60}, // full-width forms
    {0xFFE0, 0xFFE6}, // full-width signs
    {0x1F300, 0x1FAFF}, // pictographs
    {0x20000, 0x3FFFD} // CJK extensions
  };

  private Glyphs() {}

  /** {@code text} on one line: what moves the cursor or cannot be seen becomes an escape. */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            glyph -> {
              if (isInvisible(glyph)) {
                escaped.append(escape(glyph));
              } else {
                escaped.appendCodePoint(glyph);
              }
            });
    return escaped.toString();
  }

  /** The columns that {@code text} takes; two for East Asian letters and pictographs. */
  static int width(String text) {
    return text.codePoints().map(Glyphs::width).sum();
  }

  private static int width(int glyph) {
    int type = Character.getType(glyph);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    for (int[] range : WIDE) {
      if (range[0] <= glyph && glyph <= range[1]) {
        return 2;
      }
    }
    return 1;
  }

  private static boolean isInvisible(int glyph) {
    return switch (Character.getType(glyph)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  private static String escape(int glyph) {
    return switch (glyph) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> "\\u%04x".formatted(glyph);
    };
  }
}
