package com.sparkify.etl.io.lake.iceberg;

import com.sparkify.etl.io.lake.Lake;
import java.util.List;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/** A lake whose tables are Iceberg's. */
public final class IcebergTables {
  private IcebergTables() {}

  /**
   * The tables below {@code root}, a path or URI, in {@code catalog}.
   *
   * <p>To read and to publish adds the catalog to the session, under a name that follows from root
   * and catalog.
   *
   * @param conf how all but rows is read and written
   * @param spark is asked when rows are read or written
   */
  public static Lake at(
      String root, IcebergCatalog catalog, Configuration conf, Supplier<SparkSession> spark) {
    return new IcebergLake(new OpenLake(root, catalog, conf), spark);
  }

  /**
   * The names of the tables that {@code catalog} has for the lake at {@code root}, published or
   * not. No table is read.
   *
   * @throws RuntimeException of any kind if the catalog cannot be asked
   */
  public static List<String> namesAt(String root, IcebergCatalog catalog, Configuration conf) {
    return new OpenLake(root, catalog, conf)
        .attempt("list the tables", open -> open.tables().names());
  }
}
