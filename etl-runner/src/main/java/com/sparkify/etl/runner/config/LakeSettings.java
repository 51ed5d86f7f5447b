package com.sparkify.etl.runner.config;

import static java.util.Objects.requireNonNull;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.io.lake.iceberg.IcebergCatalog;

/**
 * Where the tables are and how they are stored.
 *
 * @param path their root: a local path or one with a scheme
 * @param smallFileRows a file of {@code songplays} or {@code time} with fewer rows is written again
 *     with what comes next to it
 * @param iceberg for {@link Format#ICEBERG} alone
 */
public record LakeSettings(String path, Format format, int smallFileRows, IcebergCatalog iceberg) {

  /** How tables are stored. */
  public enum Format {
    /** Folders of Parquet files. */
    PARQUET(true),
    /** Apache Iceberg. */
    ICEBERG(false);

    private final boolean isFolders;

    Format(boolean isFolders) {
      this.isFolders = isFolders;
    }

    /**
     * Whether a table is a folder, all files of which are its rows, so that an engine can be told
     * of it by its place. Else it is known by name in a catalog of its own.
     */
    public boolean isFolders() {
      return isFolders;
    }
  }

  public LakeSettings {
    Checks.requirePath(path);
    requireNonNull(format, "format");
    requireNonNull(iceberg, "iceberg");
  }

  /**
   * Does nothing if tables are folders.
   *
   * @param attempt what was tried, to follow "Could not"
   * @throws EtlException of kind CONFIG if they are not
   */
  public void requireFolders(String attempt) {
    if (!format.isFolders()) {
      throw new EtlException(
          Kind.CONFIG,
          ("Could not %s: the lake '%s' is in the format 'iceberg', whose tables are not folders of"
                  + " files but known by name in a catalog of their own (docs/iceberg.md says how"
                  + " engines read them). This is for sparkify.lake.format = parquet.")
              .formatted(attempt, path));
    }
  }
}
