package com.sparkify.etl.runner.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text with places that are filled, each named in double braces.
 *
 * @param text such as <code>&lt;h1&gt;{{title}}&lt;/h1&gt;</code>
 */
record Template(String text) {
  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+)}}");

  /**
   * The text of {@code file}, which is beside this class.
   *
   * @throws IllegalStateException if the build left it out
   */
  static Template in(String file) {
    try (InputStream text = Template.class.getResourceAsStream(file)) {
      if (text == null) {
        throw new IllegalStateException("There is no '%s' beside Template".formatted(file));
      }
      return new Template(new String(text.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The text with {@code values}, as they are, in its places. What a value holds is no place.
   *
   * @throws IllegalArgumentException if a place has no value
   */
  String filled(Map<String, String> values) {
    return PLACE
        .matcher(text)
        .replaceAll(
            place -> {
              String value = values.get(place.group(1));
              if (value == null) {
                throw new IllegalArgumentException(
                    "Nothing for the place '%s'; there is %s"
                        .formatted(place.group(1), values.keySet()));
              }
              return Matcher.quoteReplacement(value);
            });
  }
}
