package com.sparkify.etl.io.catalog;

import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * External tables of Redshift over the lake's files. Columns that are folders come last.
 *
 * <p>The external schema is a database of Glue. If Athena's statements or {@code tables create} on
 * EMR have made the tables there, its first statement is all that is needed. Redshift has no {@code
 * IF NOT EXISTS} for the tables, no comments, and is told each partition by itself: {@code ALTER
 * TABLE ... ADD PARTITION}. It was never run against Redshift itself.
 */
public final class SpectrumDdl implements Ddl {
  private static final Engine ENGINE = Engine.SPECTRUM;

  private final String schema;
  private final String database;
  private final LakeFolder lake;

  /**
   * @param schema its name in Redshift
   * @param database its name in Glue
   * @throws com.sparkify.etl.core.EtlException of kind CONFIG if {@code lake} is not on S3
   */
  public SpectrumDdl(String schema, String database, LakeFolder lake) {
    this.schema = schema;
    this.database = database;
    this.lake = lake.asAmazonSays();
  }

  @Override
  public List<String> statements(List<Table> tables) {
    List<String> statements = new ArrayList<>();
    statements.add(
        "CREATE EXTERNAL SCHEMA IF NOT EXISTS %s\nFROM DATA CATALOG DATABASE %s\nIAM_ROLE default\nCREATE EXTERNAL DATABASE IF NOT EXISTS"
            .formatted(ENGINE.name(schema), ENGINE.text(database)));
    tables.forEach(table -> statements.add(create(table)));
    return statements;
  }

  private String create(Table table) {
    return "CREATE EXTERNAL TABLE %s %s%s\nSTORED AS PARQUET\nLOCATION %s"
        .formatted(
            ENGINE.name(schema, table.name()),
            columns(table.fieldsInFiles()),
            table.partitionedBy().isEmpty()
                ? ""
                : "\nPARTITIONED BY " + columns(table.partitionedBy()),
            ENGINE.text(lake.of(table) + "/"));
  }

  private static String columns(List<Field> fields) {
    return Engine.block(
        fields.stream()
            .map(field -> ENGINE.name(field.name()) + " " + ENGINE.type(field))
            .toList());
  }
}
