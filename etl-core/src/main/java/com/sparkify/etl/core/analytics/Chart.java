package com.sparkify.etl.core.analytics;

import java.util.Locale;

/**
 * How an answer is drawn: what its first columns are, by their place. Further columns are details,
 * to be shown beside, or in a table. Rows are drawn in their order.
 */
public enum Chart {
  /** One row; each of its columns is a figure under its name. */
  FIGURES(1),
  /**
   * Bars beside each other: 1 where a bar stands (a text, a number or a date), 2 how high it is.
   */
  BARS(2),
  /** Bars below each other, the longest first: 1 what a bar is, 2 how long it is. */
  RANKING(2),
  /** A line: 1 the day, 2 how high it is. Days that are not there are gaps. */
  LINE(2),
  /**
   * Bars or areas on top of each other: 1 where they stand, 2 the name of the part, 3 how high the
   * part is. Each place and part is one row at most; a part that is not there is 0.
   */
  STACKED(3),
  /** Parts of a whole: 1 the name of the part, 2 its size. */
  SHARES(2),
  /**
   * A grid of colours: 1 the row, 2 the column, 3 the value. Each cell is one row at most; one that
   * is not there is empty.
   */
  HEAT_MAP(3),
  /** Steps, of which each is part of the one before: 1 the name of the step, 2 its size. */
  FUNNEL(2),
  /** Rows under the names of their columns, however many. */
  TABLE(1);

  private final int columns;

  Chart(int columns) {
    this.columns = columns;
  }

  /** How many columns are drawn, and so how many there are at least. */
  public int columns() {
    return columns;
  }

  /** The name that the header of a question uses, such as {@code heat-map}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
