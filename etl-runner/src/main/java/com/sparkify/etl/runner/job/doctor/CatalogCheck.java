package com.sparkify.etl.runner.job.doctor;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.io.lake.iceberg.IcebergTables;
import com.sparkify.etl.io.storage.StorageTrouble;
import com.sparkify.etl.runner.config.LakeSettings;
import com.sparkify.etl.runner.spark.IcebergClasses;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;

/**
 * Looks where engines find the tables by name, and whether that can be asked. A catalog over JDBC
 * makes its own tables the first time that anybody asks.
 */
final class CatalogCheck {
  private static final String SUBJECT = "catalog";

  private final Configuration hadoop;

  CatalogCheck(Configuration hadoop) {
    this.hadoop = hadoop;
  }

  Finding examine(LakeSettings lake) {
    if (lake.format().isFolders()) {
      return Finding.ok(SUBJECT, "none is asked for: tables are found by their paths");
    }
    String where =
        "tables are in Iceberg's catalog, of type '%s', in the namespace '%s'"
            .formatted(
                lake.iceberg().type().toString().toLowerCase(Locale.ROOT),
                lake.iceberg().namespace());
    if (IcebergClasses.areHere()) {
      return ask(lake, where);
    }
    return IcebergClasses.canBeHad()
        ? Finding.ok(SUBJECT, where)
        : Finding.fail(
            Kind.CONFIG,
            SUBJECT,
            where + "; its runtime is not on the class path",
            IcebergClasses.advice());
  }

  /** Clients of catalogs throw what they like, and classes that they need may be missing. */
  private Finding ask(LakeSettings lake, String where) {
    try {
      int tables = IcebergTables.namesAt(lake.path(), lake.iceberg(), hadoop).size();
      return Finding.ok(
          SUBJECT,
          "%s, which can be listed: %d %s"
              .formatted(where, tables, tables == 1 ? "table" : "tables"));
    } catch (RuntimeException | LinkageError e) {
      StorageTrouble trouble = StorageTrouble.of(e instanceof EtlException ? cause(e) : e);
      return Finding.fail(
          Kind.STORAGE,
          SUBJECT,
          "%s, which cannot be listed: %s".formatted(where, trouble.reason()),
          trouble.advice() + "; sparkify.lake.iceberg says where the catalog is");
    }
  }

  /** What is behind a failure that says already what was tried. */
  private static Throwable cause(Throwable failure) {
    Throwable cause = failure.getCause();
    return cause == null ? failure : cause;
  }
}
