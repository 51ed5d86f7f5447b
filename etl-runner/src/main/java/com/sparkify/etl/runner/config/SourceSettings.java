package com.sparkify.etl.runner.config;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What is read.
 *
 * @param maxRejects the rejected lines that a run tolerates; empty if any number
 */
public record SourceSettings(
    SongsSource songs, EventsSource events, Optional<RejectLimit> maxRejects) {
  public SourceSettings {
    requireNonNull(songs, "songs");
    requireNonNull(events, "events");
    requireNonNull(maxRejects, "maxRejects");
  }
}
