package com.sparkify.etl.io.synthetic;

/**
 * That a listener comes, before anything of it has happened.
 *
 * @param listener index of the listener; 0 comes most often
 * @param changesLevel whether the listener comes to change level
 */
record Visit(long sessionId, long second, int listener, boolean changesLevel) {}
