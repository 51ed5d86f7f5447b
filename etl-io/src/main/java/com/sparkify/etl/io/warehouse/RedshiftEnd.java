package com.sparkify.etl.io.warehouse;

import com.sparkify.etl.core.star.StarSchema;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.io.catalog.WarehouseDdl;
import java.util.stream.Collectors;

/** How each script for Redshift ends: statistics for the planner, and who may read the star. */
final class RedshiftEnd {
  /** A group of the cluster; whoever is in it reads the star, and nothing of what is staged. */
  private static final String READERS = "analysts";

  private RedshiftEnd() {}

  static String of(WarehouseDdl ddl) {
    String analyze =
        StarSchema.TABLES.stream()
            .map(table -> "ANALYZE %s;\n".formatted(ddl.name(table)))
            .collect(Collectors.joining("\n"));
    return "%s\nGRANT USAGE ON SCHEMA %s TO GROUP %s;\n\nGRANT SELECT ON %s TO GROUP %s;\n"
        .formatted(analyze, ddl.schemaName(), READERS, names(ddl), READERS);
  }

  private static String names(WarehouseDdl ddl) {
    return StarSchema.TABLES.stream()
        .map((Table table) -> ddl.name(table))
        .collect(Collectors.joining(", "));
  }
}
