package com.sparkify.etl.runner.job;

import com.google.inject.Inject;
import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.io.catalog.SparkCatalog;
import com.sparkify.etl.runner.config.StarSettings;
import java.util.Optional;

/** Brings the catalog, where one is kept, to the tables as they are published. */
final class CatalogFollower {
  private final Optional<SparkCatalog> catalog;
  private final StarSettings settings;

  @Inject
  CatalogFollower(Optional<SparkCatalog> catalog, StarSettings settings) {
    this.catalog = catalog;
    this.settings = settings;
  }

  /**
   * What the tables are stays true where this fails; the failure is told once they are reported.
   */
  void follow(RunRecord run) {
    catalog.ifPresent(
        kept -> {
          try {
            run.phases().time("catalog", () -> kept.keepInStep(settings.tables()));
          } catch (EtlException e) {
            run.leftUndone(
                new EtlException(
                    Kind.STORAGE,
                    ("The tables are published, but the catalog does not have all of their"
                            + " partitions. %s The next run, or 'tables create', tries it again.")
                        .formatted(e.getMessage()),
                    e));
          }
        });
  }
}
