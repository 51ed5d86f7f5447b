package com.sparkify.etl.runner.config;

import static java.util.Objects.requireNonNull;

/**
 * Where the tables are and how they are stored.
 *
 * @param path their root: a local path or one with a scheme
 */
public record LakeSettings(String path, Format format) {

  /** How tables are stored. */
  public enum Format {
    /** Folders of Parquet files. */
    PARQUET
  }

  public LakeSettings {
    Checks.requirePath(path);
    requireNonNull(format, "format");
  }
}
