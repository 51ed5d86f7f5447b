package com.sparkify.etl.runner.dashboard;

/** Text as HTML shows it. */
final class Html {
  private Html() {}

  /** {@code text} where HTML has text, or the value of an attribute in quotes. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /**
   * JSON that a script element may hold: nothing in it ends the element, and its strings stay what
   * they are.
   */
  static String escapedJson(String json) {
    return json.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
  }
}
