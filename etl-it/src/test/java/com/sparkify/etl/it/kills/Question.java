package com.sparkify.etl.it.kills;

import com.sparkify.etl.it.kills.Site.Vanished;
import java.util.List;

/** What a reader asks of a lake, and which answers it may have while runs publish. */
public interface Question {

  /** What is asked for, in words: {@code table 'users'}. */
  String name();

  /**
   * The rows that are the answer now, in order, each as the texts of its columns.
   *
   * @throws Vanished if a file goes while it is read
   */
  List<List<String>> answer() throws Vanished;

  /**
   * What is wrong with {@code answer}; empty if a reader may have it.
   *
   * @param before the answer before a run that nothing disturbed, and {@code after} it
   */
  List<String> wrongIn(
      List<List<String>> answer, List<List<String>> before, List<List<String>> after);

  /** How the rows that answer a question are had. */
  interface Rows {
    List<List<String>> now() throws Vanished;
  }
}
