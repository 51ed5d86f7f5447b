package com.sparkify.etl.runner.job;

import com.google.inject.Inject;
import com.sparkify.etl.io.catalog.LakeFolder;
import com.sparkify.etl.io.warehouse.IamRole;
import com.sparkify.etl.io.warehouse.LoadScript;
import com.sparkify.etl.io.warehouse.PostgresFromStaging;
import com.sparkify.etl.io.warehouse.RedshiftFromJson;
import com.sparkify.etl.io.warehouse.RedshiftFromParquet;
import com.sparkify.etl.runner.config.Settings;
import com.sparkify.etl.runner.job.WarehouseSqlRequest.Source;
import com.sparkify.etl.runner.output.Streams;

/** Prints the SQL that loads a database. Needs no Spark and no database. */
public final class WarehouseSqlJob {
  private final Settings settings;
  private final PublishedVersion published;
  private final Streams streams;

  @Inject
  WarehouseSqlJob(Settings settings, PublishedVersion published, Streams streams) {
    this.settings = settings;
    this.published = published;
    this.streams = streams;
  }

  public void print(WarehouseSqlRequest request) {
    streams.out().print(script(request).text());
    streams.out().flush();
  }

  private LoadScript script(WarehouseSqlRequest request) {
    return switch (request.target()) {
      case POSTGRES -> new PostgresFromStaging(settings.warehouse().schema());
      case REDSHIFT ->
          redshift(request.source().orElse(Source.PARQUET), request.role().orElse(IamRole.DEFAULT));
    };
  }

  private LoadScript redshift(Source source, IamRole role) {
    String schema = settings.warehouse().schema();
    return switch (source) {
      case JSON ->
          new RedshiftFromJson(
              schema,
              settings.source().songs().path(),
              settings.source().events().path(),
              settings.source().events().jsonPaths(),
              settings.star().match(),
              role);
      case PARQUET -> {
        settings.lake().requireFolders("print SQL that loads the tables' files");
        yield new RedshiftFromParquet(
            schema,
            new LakeFolder(settings.lake().path()),
            settings.star().tables(),
            published.version(),
            role);
      }
    };
  }
}
