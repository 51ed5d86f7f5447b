package com.sparkify.etl.it.bench;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One process and what it wrote.
 *
 * @param tables what is in the folders of the tables
 * @param all what is in the lake besides them, too, if that tells anything
 */
record Trial(Measured measured, Optional<Footprint> tables, Optional<Footprint> all) {

  /** What {@code contestant} did, which wrote {@code lake}. */
  static Trial of(Contestant contestant, Measured measured, Path lake) {
    boolean isAllTables = !contestant.name().equals(Contestant.SPARKIFY);
    return new Trial(
        measured,
        Optional.of(Footprint.ofTables(lake)),
        isAllTables ? Optional.empty() : Optional.of(Footprint.of(lake)));
  }

  /** A process that wrote to where nobody counts. */
  static Trial elsewhere(Measured measured) {
    return new Trial(measured, Optional.empty(), Optional.empty());
  }
}
