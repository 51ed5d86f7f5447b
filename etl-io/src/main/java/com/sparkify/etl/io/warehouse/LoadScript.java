package com.sparkify.etl.io.warehouse;

/** The SQL that fills a database, for somebody else to run. */
@FunctionalInterface
public interface LoadScript {

  /** Statements in the order in which they have to run, each with its semicolon. */
  String text();
}
