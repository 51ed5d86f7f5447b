package com.sparkify.etl.io.synthetic;

/**
 * Something a visitor did.
 *
 * @param tune what was played; {@link Tune#NONE} on a page that plays nothing
 * @param second when, in seconds of the epoch
 */
record Event(
    long sessionId,
    int itemInSession,
    long second,
    Step step,
    Listener listener,
    boolean paid,
    Tune tune) {}
