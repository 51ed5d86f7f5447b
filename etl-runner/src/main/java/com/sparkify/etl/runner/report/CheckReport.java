package com.sparkify.etl.runner.report;

import java.util.List;

/**
 * A promise about the tables, counted.
 *
 * @param violations rows that break it
 * @param examples up to three of them, without personal fields
 */
public record CheckReport(String promise, long violations, List<String> examples) {
  public CheckReport {
    examples = List.copyOf(examples);
  }

  public boolean holds() {
    return violations == 0;
  }
}
