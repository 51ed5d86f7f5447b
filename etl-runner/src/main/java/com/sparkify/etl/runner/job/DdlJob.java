package com.sparkify.etl.runner.job;

import com.google.inject.Inject;
import com.sparkify.etl.io.catalog.AthenaDdl;
import com.sparkify.etl.io.catalog.Ddl;
import com.sparkify.etl.io.catalog.LakeFolder;
import com.sparkify.etl.io.catalog.SparkDdl;
import com.sparkify.etl.io.catalog.SpectrumDdl;
import com.sparkify.etl.io.catalog.WarehouseDdl;
import com.sparkify.etl.runner.config.CatalogSettings;
import com.sparkify.etl.runner.config.LakeSettings;
import com.sparkify.etl.runner.config.StarSettings;
import com.sparkify.etl.runner.output.Streams;
import org.apache.hadoop.conf.Configuration;

/** Prints the statements that make the tables known to an engine. Needs no Spark and no lake. */
public final class DdlJob {
  private final LakeSettings lake;
  private final CatalogSettings catalog;
  private final StarSettings star;
  private final Configuration conf;
  private final Streams streams;

  @Inject
  DdlJob(
      LakeSettings lake,
      CatalogSettings catalog,
      StarSettings star,
      Configuration conf,
      Streams streams) {
    this.lake = lake;
    this.catalog = catalog;
    this.star = star;
    this.conf = conf;
    this.streams = streams;
  }

  public void print(DdlRequest request) {
    streams.out().print(ddl(request).script(star.tables()));
    streams.out().flush();
  }

  private Ddl ddl(DdlRequest request) {
    String database = catalog.database();
    return switch (request.target()) {
      case SPARK -> new SparkDdl(database, folder());
      case ATHENA -> new AthenaDdl(database, folder(), request.projected());
      case SPECTRUM -> new SpectrumDdl(database + "_lake", database, folder());
      case REDSHIFT -> WarehouseDdl.redshift(database);
      case POSTGRES -> WarehouseDdl.postgres(database);
    };
  }

  private LakeFolder folder() {
    lake.requireFolders("print the tables for an engine that reads them");
    return LakeFolder.at(lake.path(), conf);
  }
}
