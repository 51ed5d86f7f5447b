package com.sparkify.etl.runner.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The word that somebody who mistyped may have meant. */
public final class Nearest {
  private Nearest() {}

  /**
   * The one of {@code words} that needs the fewest edits to become {@code typed}, the first of them
   * by name if several do; empty if even that one differs in more than a third of its letters.
   */
  public static Optional<String> to(String typed, Collection<String> words) {
    return words.stream()
        .min(
            Comparator.comparingInt((String word) -> edits(typed, word))
                .thenComparing(word -> word))
        .filter(word -> edits(typed, word) <= Math.max(2, word.length() / 3));
  }

  /** Letters to insert, delete or replace (Levenshtein). */
  private static int edits(String left, String right) {
    int[] above = new int[right.length() + 1];
    for (int column = 0; column <= right.length(); column++) {
      above[column] = column;
    }
    for (int row = 1; row <= left.length(); row++) {
      int[] current = new int[right.length() + 1];
      current[0] = row;
      for (int column = 1; column <= right.length(); column++) {
        int replaced =
            above[column - 1] + (left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1);
        current[column] = Math.min(replaced, Math.min(above[column], current[column - 1]) + 1);
      }
      above = current;
    }
    return above[right.length()];
  }
}
