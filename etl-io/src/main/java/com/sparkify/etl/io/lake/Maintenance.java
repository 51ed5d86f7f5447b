package com.sparkify.etl.io.lake;

import java.time.Duration;
import java.time.Instant;

/**
 * What is to be done for the tables of a lake.
 *
 * @param runId the run that does it
 * @param at when, for the record; ages count back from here
 * @param fileBytes the size that data files should have
 * @param keptVersions so many of the newest versions stay, whatever their age
 * @param keptFor versions that are younger stay
 * @param orphansAfter files that no version names are removed once they are older; a writer at work
 *     has younger ones
 */
public record Maintenance(
    String runId,
    Instant at,
    long fileBytes,
    int keptVersions,
    Duration keptFor,
    Duration orphansAfter) {}
