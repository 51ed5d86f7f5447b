package com.sparkify.etl.io.synthetic;

import java.io.Serializable;

/**
 * What was written, counted while writing.
 *
 * <p>The log files hold {@code events + duplicates + malformed} lines.
 *
 * @param songs songs of the catalogue
 * @param songFiles files of the catalogue, one a song
 * @param events events with a line that can be read, each counted once
 * @param plays those of the events that play a song
 * @param logFiles days with a file
 * @param malformed lines that must be rejected
 * @param duplicates lines that repeat an event
 * @param late events found in the file of the day after theirs only
 * @param bytes size of all files together
 */
public record SyntheticSummary(
    long songs,
    long songFiles,
    long events,
    long plays,
    long logFiles,
    long malformed,
    long duplicates,
    long late,
    long bytes)
    implements Serializable {
  static final SyntheticSummary NOTHING = new SyntheticSummary(0, 0, 0, 0, 0, 0, 0, 0, 0);

  static SyntheticSummary ofSong(long bytes) {
    return new SyntheticSummary(1, 1, 0, 0, 0, 0, 0, 0, bytes);
  }

  SyntheticSummary plus(SyntheticSummary other) {
    return new SyntheticSummary(
        songs + other.songs,
        songFiles + other.songFiles,
        events + other.events,
        plays + other.plays,
        logFiles + other.logFiles,
        malformed + other.malformed,
        duplicates + other.duplicates,
        late + other.late,
        bytes + other.bytes);
  }
}
