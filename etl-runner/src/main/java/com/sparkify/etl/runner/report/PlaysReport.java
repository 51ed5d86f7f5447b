package com.sparkify.etl.runner.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The plays that a run built, by how their song was found.
 *
 * @param exact title, artist and duration are equal
 * @param titleArtist title and artist are equal
 * @param none the catalogue has no such song
 * @param repaired plays in whose text double encoding was undone
 */
public record PlaysReport(long exact, long titleArtist, long none, long repaired) {

  @JsonProperty
  public long built() {
    return exact + titleArtist + none;
  }

  @JsonProperty
  public long matched() {
    return exact + titleArtist;
  }

  /** Matched plays per play built; 0 if none was built. */
  @JsonProperty
  public double matchRate() {
    return built() == 0 ? 0 : (double) matched() / built();
  }
}
