package com.sparkify.etl.io.catalog;

import com.sparkify.etl.core.star.Songplays;
import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * External tables of Athena in the Glue catalog. Columns that are folders come last.
 *
 * <p>Athena is told partitions by {@code MSCK REPAIR TABLE}. With projection it computes those by
 * year and month instead, and finds a new month at once; rows of years outside the range are then
 * <b>not found</b>. It was never run against Athena itself.
 */
public final class AthenaDdl implements Ddl {
  private static final Engine ENGINE = Engine.ATHENA;
  private static final List<String> BY_MONTH =
      List.of(Songplays.YEAR.name(), Songplays.MONTH.name());

  private final String database;
  private final LakeFolder lake;
  private final Optional<YearRange> projected;

  /**
   * @param projected the years whose partitions are computed; empty if all are registered
   * @throws com.sparkify.etl.core.EtlException of kind CONFIG if {@code lake} is not on S3
   */
  public AthenaDdl(String database, LakeFolder lake, Optional<YearRange> projected) {
    this.database = database;
    this.lake = lake.asAmazonSays();
    this.projected = projected;
  }

  @Override
  public List<String> statements(List<Table> tables) {
    List<String> statements = new ArrayList<>();
    statements.add("CREATE DATABASE IF NOT EXISTS %s".formatted(ENGINE.name(database)));
    for (Table table : tables) {
      statements.add(create(table));
      if (!table.partitionedBy().isEmpty() && projection(table).isEmpty()) {
        statements.add("MSCK REPAIR TABLE %s".formatted(ENGINE.name(database, table.name())));
      }
    }
    return statements;
  }

  private String create(Table table) {
    return "CREATE EXTERNAL TABLE IF NOT EXISTS %s %s\nCOMMENT %s%s\nSTORED AS PARQUET\nLOCATION %s%s"
        .formatted(
            ENGINE.name(database, table.name()),
            columns(table.fieldsInFiles()),
            ENGINE.text("One row is " + table.row()),
            table.partitionedBy().isEmpty()
                ? ""
                : "\nPARTITIONED BY " + columns(table.partitionedBy()),
            ENGINE.text(lake.of(table) + "/"),
            projection(table).orElse(""));
  }

  private static String columns(List<Field> fields) {
    return Engine.block(fields.stream().map(ENGINE::column).toList());
  }

  /**
   * The properties by which the partitions of {@code table} are computed; empty if they are not.
   */
  private Optional<String> projection(Table table) {
    boolean byMonth = table.partitionedBy().stream().map(Field::name).toList().equals(BY_MONTH);
    return projected
        .filter(years -> byMonth)
        .map(
            years ->
                "\nTBLPROPERTIES "
                    + Engine.block(
                        List.of(
                            property("projection.enabled", "true"),
                            property("projection.year.type", "integer"),
                            property("projection.year.range", years.first() + "," + years.last()),
                            property("projection.month.type", "integer"),
                            property("projection.month.range", "1,12"),
                            property(
                                "storage.location.template",
                                lake.of(table) + "/year=${year}/month=${month}/"))));
  }

  private static String property(String name, String value) {
    return ENGINE.text(name) + " = " + ENGINE.text(value);
  }
}
