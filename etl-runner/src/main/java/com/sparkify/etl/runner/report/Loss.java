package com.sparkify.etl.runner.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Rows that a published table, or a month of it, loses.
 *
 * @param month such as {@code 2018-11}; blank for the whole table
 * @param before rows that are published
 * @param now rows that were built in their place
 * @param examples up to three keys that are gone, without personal fields
 */
public record Loss(String table, String month, long before, long now, List<String> examples) {
  public Loss {
    examples = List.copyOf(examples);
  }

  /** A loss of which no example is known yet. */
  public static Loss of(String table, String month, long before, long now) {
    return new Loss(table, month, before, now, List.of());
  }

  public Loss withExamples(List<String> keys) {
    return new Loss(table, month, before, now, keys);
  }

  @JsonProperty
  public long lost() {
    return before - now;
  }

  /** Rows lost per row before. */
  @JsonProperty
  public double share() {
    return before == 0 ? 0 : (double) lost() / before;
  }

  /** The table and the month. */
  public String subject() {
    return month.isEmpty() ? table : table + " " + month;
  }

  /** The loss as people read it. */
  public String described() {
    return "%s loses %,d of %,d rows (%.1f %%)".formatted(subject(), lost(), before, 100 * share());
  }
}
