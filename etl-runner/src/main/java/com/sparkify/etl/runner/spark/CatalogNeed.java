package com.sparkify.etl.runner.spark;

/** What a command does with the catalog. */
public enum CatalogNeed {
  /** Nothing. */
  NONE,
  /** It keeps it in step, if there is one. */
  IF_THERE,
  /** It works on one that is there. */
  THERE,
  /** It works on one, and makes it if there is none. */
  MADE
}
