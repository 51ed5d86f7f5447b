package com.sparkify.etl.it.bench;

import java.util.List;
import java.util.Map;

/**
 * A process to be started.
 *
 * @param variables what it finds in its environment besides what this process has there
 */
record Command(List<String> words, Map<String, String> variables) {
  Command {
    words = List.copyOf(words);
    variables = Map.copyOf(variables);
  }

  static Command of(List<String> words) {
    return new Command(words, Map.of());
  }
}
