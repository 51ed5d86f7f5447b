package com.sparkify.etl.io.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Random;

/** Ways in which a line goes wrong, or only looks so. Each character of a line is a byte. */
enum Mutation {
  FLIPPED_BIT,
  OTHER_BYTE,
  LIKELY_BYTE,
  LOST_BYTES,
  CUT,
  MERGED,
  TORN,
  NESTED,
  OTHER_VALUE,
  OTHER_NUMBER,
  NO_NUMBER,
  INVALID_UTF_8,
  HALF_A_SURROGATE_PAIR,
  ESCAPE,
  NUL,
  BYTE_ORDER_MARK,
  CARRIAGE_RETURN,
  SPACE,
  DUPLICATE_NAME,
  UNKNOWN_NAME,
  ARRAY,
  COMMENT;

  private static final List<String> LIKELY =
      List.of("{", "}", "[", "]", "\"", ":", ",", "\\", "u", "0", "e", "-", ".", " ", "\t", "\n");
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "\"\"",
          "\"7\"",
          "{}",
          "[]",
          "{\"a\":[1,{\"b\":null}]}",
          "[\"\\ud83c\"]",
          "{\"\\udfb5\":0}",
          "[[1],2]",
          "0",
          "-0",
          "-0.0",
          "1.50",
          "\"\\u00e9 \\ud83c\\udfb5\"",
          "\"\u00c3\u00a9\"",
          "\" \"",
          "5");
  private static final List<String> NUMBERS =
      List.of(
          "9223372036854775807",
          "9223372036854775808",
          "-9223372036854775808",
          "2147483648",
          "-2147483649",
          "1e400",
          "-1e400",
          "1e-400",
          "0e999999999999",
          "1e99999999999999999999",
          "15e-1",
          "15e3",
          "2e9",
          "3e9",
          "-9e18",
          "1e19",
          "150E-1",
          "1.0000000000000000000000000000000000001",
          "1" + "0".repeat(400),
          "7." + "0".repeat(1500),
          "0." + "3".repeat(30),
          "9007199254740993",
          "123456789012345678",
          "1234567890123456789.0",
          "4.9e-324",
          "1.7976931348623159e308",
          "12.50e+2",
          "1E+2");
  private static final List<String> NO_NUMBERS =
      List.of(
          "NaN",
          "-NaN",
          "Infinity",
          "-Infinity",
          "+1",
          ".5",
          "1.",
          "01",
          "-",
          "1e",
          "0x1F",
          "1_000",
          "1,5",
          "--1",
          "nul",
          "True",
          "undefined",
          "'x'");
  private static final List<String> INVALID =
      List.of(
          "\u00ff",
          "\u00c3",
          "\u00c0\u0080",
          "\u00e0\u0080\u0080",
          "\u00ed\u00a0\u0080",
          "\u00f4\u0090\u0080\u0080",
          "\u00f0\u009f\u008e",
          "\u0080",
          "\u00ed\u00a0\u00bc\u00ed\u00be\u00b5");
  private static final List<String> HALVES =
      List.of("\\ud83c", "\\udfb5", "\\udfb5\\ud83c", "\\uD83C\\n", "\\ud83c\\udfb5", "\\ud83cx");
  private static final List<String> ESCAPES =
      List.of("\\n", "\\u0000", "\\x", "\\u12", "\\/", "\\\\", "\\\"", "\\b\\f\\t", "\\U00e9");
  private static final List<String> SPACES =
      List.of(" ", "\t", "\u000b", "\f", "\u00c2\u00a0", "  ");
  private static final List<String> COMMENTS =
      List.of("/* x */", "// x", "# x", "/**/", "<!-- -->");

  /** The line gone wrong; it may have become several, or blank. */
  String of(String line, String other, Random random) {
    int at = random.nextInt(line.length() + 1);
    return switch (this) {
      case FLIPPED_BIT -> with(line, at, (char) (charAt(line, at) ^ 1 << random.nextInt(8)));
      case OTHER_BYTE -> with(line, at, (char) random.nextInt(256));
      case LIKELY_BYTE -> with(line, at, one(LIKELY, random).charAt(0));
      case LOST_BYTES -> line.substring(0, at) + line.substring(after(line, at, random));
      case CUT -> line.substring(0, at);
      case MERGED -> line + one(List.of("", " ", ",", "\r"), random) + other;
      case TORN -> line.substring(0, at) + other.substring(random.nextInt(other.length()));
      case NESTED -> withField(line, "deep", nested(random), random);
      case OTHER_VALUE -> withValue(line, one(VALUES, random), random);
      case OTHER_NUMBER -> withValue(line, one(NUMBERS, random), random);
      case NO_NUMBER -> withValue(line, one(NO_NUMBERS, random), random);
      case INVALID_UTF_8 -> inserted(line, at, one(INVALID, random));
      case HALF_A_SURROGATE_PAIR -> afterQuote(line, one(HALVES, random), random);
      case ESCAPE -> inText(line, one(ESCAPES, random), random);
      case NUL -> inserted(line, at, "\0");
      case BYTE_ORDER_MARK -> inserted(line, random.nextBoolean() ? 0 : at, "\u00ef\u00bb\u00bf");
      case CARRIAGE_RETURN -> random.nextBoolean() ? line + "\r" : inserted(line, at, "\r\n");
      case SPACE ->
          inserted(line, List.of(0, line.length(), at).get(random.nextInt(3)), one(SPACES, random));
      case DUPLICATE_NAME -> withField(line, nameIn(line, random), one(VALUES, random), random);
      case UNKNOWN_NAME ->
          withField(line, "new \\u00fc" + random.nextInt(3), one(VALUES, random), random);
      case ARRAY -> "[" + line + one(List.of("]", "," + other + "]", "", "]]"), random);
      case COMMENT ->
          inserted(line, random.nextBoolean() ? line.length() : at, one(COMMENTS, random));
    };
  }

  static Mutation any(Random random) {
    return values()[random.nextInt(values().length)];
  }

  static byte[] bytes(String line) {
    return line.getBytes(ISO_8859_1);
  }

  private static String one(List<String> choices, Random random) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static char charAt(String line, int at) {
    return at < line.length() ? line.charAt(at) : ' ';
  }

  private static String with(String line, int at, char other) {
    return line.substring(0, at) + other + line.substring(Math.min(at + 1, line.length()));
  }

  private static int after(String line, int at, Random random) {
    return Math.min(line.length(), at + 1 + random.nextInt(20));
  }

  private static String inserted(String line, int at, String what) {
    return line.substring(0, at) + what + line.substring(at);
  }

  private static String nested(Random random) {
    int depth = List.of(1, 10, 998, 999, 1000, 2000).get(random.nextInt(6));
    return random.nextBoolean()
        ? "[".repeat(depth) + "]".repeat(depth)
        : "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
  }

  /** Puts a value in the place of the one that seems to follow some colon. */
  private static String withValue(String line, String value, Random random) {
    int colon = line.indexOf("\":", random.nextInt(line.length() + 1));
    int end = colon < 0 ? -1 : endOfValue(line, colon);
    return end < 0 ? line : line.substring(0, colon + 2) + value + line.substring(end);
  }

  private static int endOfValue(String line, int colon) {
    int comma = line.indexOf(',', colon);
    while (comma >= 0 && !line.substring(comma + 1).stripLeading().startsWith("\"")) {
      comma = line.indexOf(',', comma + 1);
    }
    return comma >= 0 ? comma : line.indexOf('}', colon);
  }

  private static String inText(String line, String what, Random random) {
    int quote = line.indexOf("\":\"", random.nextInt(line.length() + 1));
    return quote < 0 ? what + line : inserted(line, quote + 3, what);
  }

  private static String afterQuote(String line, String what, Random random) {
    return inserted(line, line.indexOf('"', random.nextInt(line.length() + 1)) + 1, what);
  }

  private static String withField(String line, String name, String value, Random random) {
    String field = "\"" + name + "\":" + value;
    int start = line.indexOf('{');
    int end = line.lastIndexOf('}');
    if (start < 0 || end < start) {
      return line + field;
    }
    return random.nextBoolean()
        ? inserted(line, start + 1, field + ",")
        : inserted(line, end, "," + field);
  }

  private static String nameIn(String line, Random random) {
    int end = line.indexOf("\":", random.nextInt(line.length() + 1));
    int start = line.lastIndexOf('"', end - 1);
    return end < 0 || start < 0 ? "ts" : line.substring(start + 1, end);
  }
}
