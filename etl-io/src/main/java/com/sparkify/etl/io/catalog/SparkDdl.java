package com.sparkify.etl.io.catalog;

import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tables of Spark SQL over the lake's files, for any persistent catalog. They are external: who
 * drops one keeps the files. Columns that are folders come last.
 */
public final class SparkDdl implements Ddl {
  private static final Engine ENGINE = Engine.SPARK;

  private final String database;
  private final LakeFolder lake;

  public SparkDdl(String database, LakeFolder lake) {
    this.database = database;
    this.lake = lake;
  }

  @Override
  public List<String> statements(List<Table> tables) {
    List<String> statements = new ArrayList<>(List.of(createDatabase()));
    tables.forEach(table -> statements.addAll(create(table)));
    return statements;
  }

  String createDatabase() {
    return "CREATE DATABASE IF NOT EXISTS %s".formatted(ENGINE.name(database));
  }

  /** Makes a table and tells it its partitions. */
  List<String> create(Table table) {
    String create =
        "CREATE TABLE IF NOT EXISTS %s %s\nUSING PARQUET%s\nCOMMENT %s\nLOCATION %s"
            .formatted(
                name(table),
                Engine.block(columns(table).map(ENGINE::column).toList()),
                table.partitionedBy().isEmpty()
                    ? ""
                    : "\nPARTITIONED BY (%s)".formatted(ENGINE.names(table.partitionedBy())),
                ENGINE.text("One row is " + table.row()),
                ENGINE.text(lake.of(table)));
    return table.partitionedBy().isEmpty() ? List.of(create) : List.of(create, repair(table));
  }

  /** Adds the partitions that are new, and takes away those whose folder is gone. */
  String repair(Table table) {
    return "MSCK REPAIR TABLE %s SYNC PARTITIONS".formatted(name(table));
  }

  String name(Table table) {
    return ENGINE.name(database, table.name());
  }

  /** The fields of {@code table} in the order in which the catalog has them. */
  static Stream<Field> columns(Table table) {
    return Stream.concat(table.fieldsInFiles().stream(), table.partitionedBy().stream());
  }
}
