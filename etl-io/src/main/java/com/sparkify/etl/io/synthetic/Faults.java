package com.sparkify.etl.io.synthetic;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import java.io.Serializable;

/**
 * What is wrong with a data set on purpose, each as a share of its events (0.01 is 1 %).
 *
 * @param malformed events whose line is damaged, so that no reader may accept it
 * @param duplicates events whose line is delivered a second time, in the same day's file or the
 *     next one
 * @param late events that are delivered in the next day's file; none on the last day
 * @param absentKeys events that leave out what they do not know, instead of writing null
 */
public record Faults(double malformed, double duplicates, double late, double absentKeys)
    implements Serializable {
  public static final Faults NONE = new Faults(0, 0, 0, 0);

  /**
   * Shares that can be had.
   *
   * @throws EtlException of kind CONFIG if one is no share, or no event would be left
   */
  public Faults {
    requireShare("malformed", malformed);
    requireShare("duplicates", duplicates);
    requireShare("late", late);
    requireShare("absent keys", absentKeys);
    if (malformed + duplicates + late > 1) {
      throw new EtlException(
          Kind.CONFIG,
          "The shares of malformed, duplicate and late events are '%s', '%s' and '%s', together"
                  .formatted(malformed, duplicates, late)
              + " more than 1. Give shares such as 0.01, 0.02 and 0.03.");
    }
  }

  private static void requireShare(String name, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new EtlException(
          Kind.CONFIG,
          "The share of %s is '%s'; it is a number from 0 to 1, such as 0.01."
              .formatted(name, share));
    }
  }
}
