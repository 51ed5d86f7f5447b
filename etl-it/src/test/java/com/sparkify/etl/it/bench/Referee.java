package com.sparkify.etl.it.bench;

import com.sparkify.etl.it.bench.LakeRows.Side;
import java.sql.SQLException;
import java.util.List;

/** Sees to it that only equal results are compared. */
final class Referee {
  private Referee() {}

  /**
   * Compares the lakes of all with that of the first.
   *
   * @throws IllegalStateException if the rows of a table differ, with some that do
   */
  static void requireSameRows(List<Side> lakes) {
    try (LakeRows rows = LakeRows.comparing(LakeRows.ROWS_OF_A_SMALL_TABLE)) {
      for (Side other : lakes.subList(1, lakes.size())) {
        List<String> differences = rows.differences(lakes.get(0), other);
        if (!differences.isEmpty()) {
          throw new IllegalStateException(String.join("", differences));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The lakes cannot be compared: " + lakes, e);
    }
  }
}
