package com.sparkify.etl.io.lake.iceberg;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;

/** The tables and versions of a lake, opened when they are first needed. */
final class OpenLake {
  private final String root;
  private final IcebergCatalog catalog;
  private final Configuration conf;
  private @Nullable Opened opened;

  OpenLake(String root, IcebergCatalog catalog, Configuration conf) {
    this.root = root;
    this.catalog = catalog;
    this.conf = conf;
  }

  /** What there is to work with. */
  record Opened(LakeTables tables, Versions versions) {

    SparkRows rows() {
      return new SparkRows(tables);
    }

    CutOffRuns cutOff() {
      return new CutOffRuns(tables, versions);
    }

    Standing standing() throws IOException {
      return Standing.of(tables, versions);
    }

    /** What {@code run} gives; if it fails, run {@code runId} is finished or undone. */
    <T> T settled(String runId, Run<T> run) throws IOException {
      try {
        return run.go();
      } catch (IOException | RuntimeException e) {
        try {
          cutOff().settle(runId);
        } catch (IOException | RuntimeException settling) {
          e.addSuppressed(settling);
        }
        throw e;
      }
    }
  }

  interface Run<T> {
    T go() throws IOException;
  }

  interface Attempt<T> {
    T make(Opened lake) throws IOException;
  }

  String root() {
    return root;
  }

  /**
   * What {@code attempt} gives.
   *
   * @param what to follow "Could not"
   * @throws com.sparkify.etl.core.EtlException if Iceberg or the storage does not do it
   */
  <T> T attempt(String what, Attempt<T> attempt) {
    try {
      return attempt.make(opened());
    } catch (IOException | RuntimeException e) {
      throw IcebergTrouble.of("%s in the lake '%s'".formatted(what, root), e);
    }
  }

  private synchronized Opened opened() throws IOException {
    Opened found = opened;
    if (found == null) {
      LakeTables tables = LakeTables.of(new Path(root), catalog, conf);
      found = new Opened(tables, new Versions(new Path(root), conf, tables));
      opened = found;
    }
    return found;
  }
}
