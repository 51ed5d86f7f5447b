package com.sparkify.etl.io.lake;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.sparkify.etl.io.staging.Ledger;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the rows of a version follow from: the same basis gives the same rows.
 *
 * @param songBatches ids of the staged batches of song records
 * @param eventBatches ids of the staged batches of events
 * @param rules the settings that decide which rows the tables hold, and how they are laid out
 */
public record Basis(
    @JsonProperty("songBatches") Set<String> songBatches,
    @JsonProperty("eventBatches") Set<String> eventBatches,
    @JsonProperty("rules") String rules) {

  public Basis {
    songBatches = new TreeSet<>(songBatches);
    eventBatches = new TreeSet<>(eventBatches);
  }

  /** The same basis, in which a batch that stands for others of it takes their place. */
  public Basis in(Ledger songs, Ledger events) {
    return new Basis(songs.inPlaceOf(songBatches), events.inPlaceOf(eventBatches), rules);
  }
}
