package com.sparkify.etl.io.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers of fields by their names, quick where records have their fields in the same order. */
final class FieldNames {
  static final int UNKNOWN = -1;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final String[] lastNames;
  private final int[] lastNumbers;

  /** The name of field number i is the i-th of {@code names}. */
  FieldNames(List<String> names) {
    for (String name : names) {
      numbers.put(name, numbers.size());
    }
    lastNames = new String[2 * names.size()];
    lastNumbers = new int[lastNames.length];
  }

  /**
   * The number of the field, or {@link #UNKNOWN}.
   *
   * @param name as the parser gives it, which gives equal names as the same object
   * @param place how many names came before it in the record
   */
  @SuppressWarnings("ReferenceEquality") // a miss costs a look-up, no more
  int numberOf(String name, int place) {
    if (place < lastNames.length && lastNames[place] == name) {
      return lastNumbers[place];
    }
    int number = numbers.getOrDefault(name, UNKNOWN);
    if (place < lastNames.length && number != UNKNOWN) {
      lastNames[place] = name;
      lastNumbers[place] = number;
    }
    return number;
  }
}
